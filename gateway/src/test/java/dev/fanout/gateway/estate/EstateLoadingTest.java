package dev.fanout.gateway.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.EstateResult;
import dev.fanout.diagnostics.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstateLoadingTest {
  @TempDir private Path folder;

  @Test
  void a_workspace_is_read_and_said_to_be_not_served() throws IOException {
    Path api = Files.createDirectories(folder.resolve("workspaces/w/apis/a"));
    Files.writeString(api.resolve("apiInformation.json"), "{\"properties\": {\"path\": \"a\"}}");
    Files.writeString(api.resolve("specification.json"), "{\"openapi\": \"3.0.1\", \"paths\": {}}");

    EstateResult result = EstateLoading.read(folder, false);

    assertThat(result.hasErrors()).isFalse();
    assertThat(result.estate().workspaces()).containsOnlyKeys("w");
    assertThat(result.issues())
        .extracting(Issue::code, Issue::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "GATEWAY_WORKSPACE_NOT_SERVED", folder + ": workspace 'w' is not served"));
  }
}
