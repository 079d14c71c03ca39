package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackendProcessTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_child_says_where_it_listens_answers_its_parent_and_ends_with_its_standard_input()
      throws Exception {
    Path folder = Packaged.folder();
    PipedOutputStream commands = new PipedOutputStream();
    PipedInputStream childIn = new PipedInputStream(commands);
    PipedOutputStream childOut = new PipedOutputStream();
    BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(new PipedInputStream(childOut), StandardCharsets.UTF_8));
    CompletableFuture<Void> child =
        CompletableFuture.runAsync(
            () -> {
              try {
                new BackendProcess(childIn, new PrintStream(childOut, true))
                    .run(new BackendOptions(folder, 0, true));
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });

    JsonNode ready = JSON.readTree(answers.readLine());
    assertThat(ready.get("event").asText()).isEqualTo("ready");
    assertThat(ready.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    RawClient.get(ready.get("port").asInt(), "/api/time");

    commands.write("stats\n".getBytes(StandardCharsets.UTF_8));
    JsonNode stats = JSON.readTree(answers.readLine());
    assertThat(stats.get("event").asText()).isEqualTo("stats");
    assertThat(stats.get("requests").asLong()).isEqualTo(1);
    assertThat(stats.get("connectionsOpened").asLong()).isEqualTo(1);

    commands.write("collect\n".getBytes(StandardCharsets.UTF_8));
    assertThat(JSON.readTree(answers.readLine()).get("event").asText()).isEqualTo("collect");

    commands.close();
    child.get(10, TimeUnit.SECONDS);
  }
}
