package dev.fanout.functionhost;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * The mock backend as a process of its own.
 *
 * <p>As a child it prints {@code {"event":"ready","pid":…,"port":…}} on standard output, answers
 * each line {@code stats} on standard input with a line of counters, collects its garbage on the
 * line {@code collect}, and is done when standard input ends, so that it never outlives its parent.
 */
public final class BackendProcess {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InputStream in;
  private final PrintStream out;

  public BackendProcess(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Serves until standard input ends (child) or the calling thread is interrupted (else).
   *
   * @throws StagingFolderException when the folder cannot be used
   * @throws java.net.BindException when the port is taken
   */
  public void run(BackendOptions options) throws IOException {
    try (FunctionHost host = FunctionHost.start(options.host())) {
      if (options.child()) {
        answerParent(host);
      } else {
        out.println("mock backend on http://127.0.0.1:" + host.port() + "/api/echo/ (^C ends it)");
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerParent(FunctionHost host) throws IOException {
    print(
        JSON.createObjectNode()
            .put("event", "ready")
            .put("pid", ProcessHandle.current().pid())
            .put("port", host.port()));
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("stats")) {
        HostCounters counters = host.counters();
        ObjectNode stats =
            JSON.createObjectNode()
                .put("event", "stats")
                .put("requests", counters.requests())
                .put("refused", counters.refused())
                .put("failed", counters.failed())
                .put("connectionsOpened", counters.connectionsOpened())
                .put("connectionsOpen", counters.connectionsOpen());
        ObjectNode instances = stats.putObject("instances");
        host.servedByInstance().forEach(instances::put);
        print(stats);
      } else if (line.equals("collect")) {
        System.gc();
        print(JSON.createObjectNode().put("event", "collect"));
      } else {
        print(JSON.createObjectNode().put("event", "unknown").put("line", line));
      }
    }
  }

  private void print(ObjectNode message) {
    out.println(message);
    out.flush();
  }
}
