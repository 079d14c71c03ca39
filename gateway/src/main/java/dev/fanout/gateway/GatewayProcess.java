package dev.fanout.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.gateway.estate.SkippedPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A gateway as a child process: one JSON line when it serves, one for each {@code stats} or {@code
 * collect} (garbage) that it reads, and an end when its input ends, so that it never outlives its
 * parent.
 */
public final class GatewayProcess {
  private static final JsonMapper JSON = new JsonMapper();

  private final LocalGateway gateway;
  private final BufferedReader commands;
  private final PrintStream out;

  private GatewayProcess(LocalGateway gateway, InputStream commands, PrintStream out) {
    this.gateway = gateway;
    this.commands = new BufferedReader(new InputStreamReader(commands, StandardCharsets.UTF_8));
    this.out = out;
  }

  /**
   * Serves until {@code commands} ends.
   *
   * @throws dev.fanout.diagnostics.IssueException when the gateway cannot start; nothing was
   *     printed then
   */
  public static void run(GatewayOptions options, InputStream commands, PrintStream out) {
    try (LocalGateway gateway = LocalGateway.start(options)) {
      new GatewayProcess(gateway, commands, out).serve();
    }
  }

  private void serve() {
    print(ready());
    try {
      String line = commands.readLine();
      while (line != null) {
        if (line.strip().equals("stats")) {
          print(stats());
        } else if (line.strip().equals("collect")) {
          // What loading left behind moves out of the way of a measurement.
          System.gc();
          print(JSON.createObjectNode().put("event", "collect"));
        } else if (!line.isBlank()) {
          print(
              JSON.createObjectNode()
                  .put("event", "error")
                  .put("message", "the commands are 'stats' and 'collect'"));
        }
        line = commands.readLine();
      }
    } catch (IOException parentHasGone) {
      // The same as the end of the input.
    }
  }

  private ObjectNode ready() {
    ObjectNode event = JSON.createObjectNode();
    event.put("event", "ready");
    event.put("pid", ProcessHandle.current().pid());
    event.put("transport", gateway.transport());
    event.put("threads", gateway.threads());
    ArrayNode variants = event.putArray("variants");
    for (String name : gateway.variants()) {
      ObjectNode variant = variants.addObject();
      variant.put("name", name);
      variant.put("topology", gateway.topology(name));
      variant.put("port", gateway.port(name));
      ArrayNode skipped = variant.putArray("skippedPolicies");
      gateway.skipped(name).stream().map(SkippedPolicy::toString).forEach(skipped::add);
    }
    return event;
  }

  private ObjectNode stats() {
    ObjectNode event = JSON.createObjectNode();
    event.put("event", "stats");
    ArrayNode variants = event.putArray("variants");
    for (String name : gateway.variants()) {
      GatewayCounters counters = gateway.counters(name);
      ObjectNode variant = variants.addObject();
      variant.put("name", name);
      variant.put("requests", counters.requests());
      variant.put("notFound", counters.notFound());
      variant.put("policyErrors", counters.policyErrors());
      variant.put("aborted", counters.aborted());
      variant.put("rejected", counters.rejected());
      variant.put("connectionsOpened", counters.connectionsOpened());
      variant.put("connectionsReused", counters.connectionsReused());
      variant.put("connectionsPeak", counters.connectionsPeak());
      variant.put("connectionsRefused", counters.connectionsRefused());
      variant.put("logLinesDropped", counters.logLinesDropped());
      ArrayNode injections = variant.putArray("injections");
      for (InjectionStats injection : counters.injections()) {
        injections
            .addObject()
            .put("kind", injection.kind())
            .put("askedNanos", injection.askedNanos())
            .put("requests", injection.requests())
            .put("totalNanos", injection.totalNanos());
      }
    }
    return event;
  }

  private void print(ObjectNode event) {
    out.print(event.toString() + "\n");
    out.flush();
  }
}
