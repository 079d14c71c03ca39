package dev.fanout.gateway.diff;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.Trace;
import dev.fanout.gateway.trace.TraceRequest;
import dev.fanout.gateway.trace.TracedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares what two estates send upstream, operation by operation. */
public final class EstateDiff {
  private EstateDiff() {}

  /**
   * Subscription keys are not asked for: a probe without one would end at the gate on both sides,
   * and nothing behind it would be compared.
   *
   * @throws dev.fanout.diagnostics.IssueException when one of the estates cannot be run
   */
  public static DiffResult compare(Estate a, Estate b, CompileOptions options) {
    RequestTracer tracerA = new RequestTracer(withoutKeys(a), options);
    RequestTracer tracerB = new RequestTracer(withoutKeys(b), options);
    Map<String, Found> operationsA = operations(a);
    Map<String, Found> operationsB = operations(b);
    List<DiffRow> rows = new ArrayList<>();
    List<PublicOperation> onlyInA = new ArrayList<>();
    operationsA.forEach(
        (key, found) -> {
          if (!operationsB.containsKey(key)) {
            onlyInA.add(found.operation());
            return;
          }
          for (Probe probe : new Probes(found.operation(), found.revision()).all()) {
            rows.add(row(found.operation(), probe, tracerA, tracerB));
          }
        });
    List<PublicOperation> onlyInB = new ArrayList<>();
    operationsB.forEach(
        (key, found) -> {
          if (!operationsA.containsKey(key)) {
            onlyInB.add(found.operation());
          }
        });
    return new DiffResult(rows, onlyInA, onlyInB, tracerA.skipped(), tracerB.skipped());
  }

  /** The estate with APIs that ask for no key: a trace without one would end at the gate. */
  public static Estate withoutKeys(Estate estate) {
    return new Estate(
        estate.apis().stream().map(EstateDiff::withoutKeys).toList(),
        estate.backends(),
        estate.fragments(),
        estate.namedValues(),
        estate.products(),
        estate.globalPolicy(),
        estate.workspaces());
  }

  private static ApiArtifact withoutKeys(ApiArtifact api) {
    return new ApiArtifact(
        api.id(),
        api.displayName(),
        api.path(),
        api.version(),
        api.revision(),
        api.current(),
        api.serviceUrl(),
        false,
        api.keyNames(),
        api.products(),
        api.policy(),
        api.operations());
  }

  private record Found(PublicOperation operation, int revision) {}

  private static Map<String, Found> operations(Estate estate) {
    Map<String, Found> found = new TreeMap<>();
    for (ApiArtifact api : estate.apis()) {
      for (OperationArtifact operation : api.operations()) {
        PublicOperation route = PublicOperation.of(api, operation);
        found.putIfAbsent(route.key(), new Found(route, api.revision()));
      }
    }
    return found;
  }

  private static DiffRow row(
      PublicOperation operation, Probe probe, RequestTracer tracerA, RequestTracer tracerB) {
    Trace a = tracerA.trace(probe.request());
    Trace b = tracerB.trace(probe.request());
    return new DiffRow(
        operation,
        probe,
        outcome(probe.request(), a),
        outcome(probe.request(), b),
        differences(a, b));
  }

  private static SideOutcome outcome(TraceRequest request, Trace trace) {
    if (trace.calls().isEmpty()) {
      return new SideOutcome.Answers(trace);
    }
    TracedCall call = trace.calls().get(trace.calls().size() - 1);
    return new SideOutcome.Sends(call, headerChanges(request, call));
  }

  private static List<Aspect> differences(Trace a, Trace b) {
    List<Aspect> differences = new ArrayList<>();
    if (a.calls().size() != b.calls().size()) {
      differences.add(Aspect.CALL);
    } else if (a.calls().isEmpty()) {
      if (!sameAnswer(a, b)) {
        differences.add(Aspect.ANSWER);
      }
    } else {
      for (int i = 0; i < a.calls().size(); i++) {
        compare(a.calls().get(i), b.calls().get(i), differences);
      }
    }
    return differences.stream().distinct().toList();
  }

  private static void compare(TracedCall a, TracedCall b, List<Aspect> differences) {
    addUnless(a.method().equals(b.method()), Aspect.METHOD, differences);
    addUnless(a.url().equals(b.url()), Aspect.URL, differences);
    addUnless(a.host().equalsIgnoreCase(b.host()), Aspect.HOST, differences);
    addUnless(lines(a).equals(lines(b)), Aspect.HEADERS, differences);
    addUnless(a.bodyBytes() == b.bodyBytes(), Aspect.BODY, differences);
    addUnless(a.credentials().equals(b.credentials()), Aspect.CREDENTIALS, differences);
    addUnless(a.timeout().equals(b.timeout()), Aspect.TIMEOUT, differences);
  }

  private static void addUnless(boolean same, Aspect aspect, List<Aspect> differences) {
    if (!same) {
      differences.add(aspect);
    }
  }

  /** An error's body names the request, so that the reason stands for it. */
  private static boolean sameAnswer(Trace a, Trace b) {
    if (a.status() != b.status() || a.error().isPresent() != b.error().isPresent()) {
      return false;
    }
    if (a.error().isPresent()) {
      return a.error().get().reason().equals(b.error().orElseThrow().reason());
    }
    return Arrays.equals(a.responseBody(), b.responseBody())
        && lines(a.responseHeaders()).equals(lines(b.responseHeaders()));
  }

  private static List<String> lines(TracedCall call) {
    return lines(call.headers());
  }

  /** Names in lower case; sorted, since the order of different fields means nothing. */
  private static List<String> lines(List<Map.Entry<String, String>> headers) {
    return headers.stream()
        .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ": " + header.getValue())
        .sorted()
        .toList();
  }

  private static List<String> headerChanges(TraceRequest request, TracedCall call) {
    List<String> sent = lines(request.headers());
    List<String> forwarded = lines(call.headers());
    List<String> changes = new ArrayList<>();
    forwarded.stream()
        .filter(line -> !sent.contains(line))
        .map(line -> "+ " + shown(line, call))
        .forEach(changes::add);
    sent.stream()
        .filter(line -> !forwarded.contains(line) && !line.startsWith("host:"))
        .map(line -> "- " + line)
        .forEach(changes::add);
    return changes;
  }

  private static String shown(String line, TracedCall call) {
    int colon = line.indexOf(": ");
    String name = line.substring(0, colon);
    return name + ": " + call.shown(name, line.substring(colon + 2));
  }
}
