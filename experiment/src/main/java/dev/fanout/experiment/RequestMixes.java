package dev.fanout.experiment;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.Trace;
import dev.fanout.gateway.trace.TraceRequest;
import dev.fanout.gateway.trace.TracedCall;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests of a run, from the operations of an estate. What the backend must have received is
 * traced by the gateway's own pipeline, so that an answer proves what a trace only says.
 *
 * @param throughGateway what clients send
 * @param direct what the gateway sends for it; empty when it answers all of them itself
 * @param refused operations that the gateway answers with an error and does not send on, each as
 *     {@code GET /orders/{id} with 401}
 */
record RequestMixes(RequestMix throughGateway, Optional<RequestMix> direct, List<String> refused) {
  private static final int LOWEST_ERROR_STATUS = 400;

  /** Stands for the drawn number in a trace: no path has it by chance. */
  private static final String MARK = "7310472951";

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /**
   * @param selection how the load picks the next operation
   * @param subscriptionKey sent to APIs that want one
   */
  static RequestMixes of(
      Estate estate, RequestTracer tracer, RequestMix.Selection selection, String subscriptionKey) {
    List<RequestTemplate> through = new ArrayList<>();
    List<RequestTemplate> direct = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (ApiArtifact api : estate.apis()) {
      for (OperationArtifact operation : api.operations()) {
        if (api.current() && METHODS.contains(operation.method())) {
          add(api, operation, tracer, subscriptionKey, through, direct, refused);
        }
      }
    }
    return new RequestMixes(
        new RequestMix(through, selection),
        direct.isEmpty() ? Optional.empty() : Optional.of(new RequestMix(direct, selection)),
        List.copyOf(refused));
  }

  private static void add(
      ApiArtifact api,
      OperationArtifact operation,
      RequestTracer tracer,
      String subscriptionKey,
      List<RequestTemplate> through,
      List<RequestTemplate> direct,
      List<String> refused) {
    String target = RequestWriter.target(api, operation);
    List<Map.Entry<String, String>> headers = new ArrayList<>(RequestWriter.headers(api));
    TraceRequest request =
        TraceRequest.of(operation.method(), target.replace(RequestWriter.NUMBER, MARK));
    for (Map.Entry<String, String> header : headers) {
      request = request.withHeader(header.getKey(), header.getValue());
    }
    Trace trace = tracer.trace(request);
    if (api.subscriptionRequired()) {
      headers.add(Map.entry(api.keyNames().header(), subscriptionKey));
    }
    Optional<Sent> sent = sent(trace, operation);
    if (sent.isEmpty() && trace.status() >= LOWEST_ERROR_STATUS) {
      refused.add(operation.method() + " " + target + " with " + trace.status());
    }
    through.add(
        new RequestTemplate(
            api.id(),
            operation.id(),
            operation.method(),
            target,
            headers,
            "",
            Set.of(trace.status()),
            sent.map(Sent::check).orElse(new BodyCheck.Anything())));
    if (sent.isPresent() && METHODS.contains(sent.get().method())) {
      direct.add(
          new RequestTemplate(
              api.id(),
              operation.id(),
              sent.get().method(),
              sent.get().target(),
              List.of(),
              "",
              Set.of(200),
              sent.get().check()));
    }
  }

  /** The last call upstream; empty when the gateway answers itself. */
  private static Optional<Sent> sent(Trace trace, OperationArtifact operation) {
    if (trace.calls().isEmpty()) {
      return Optional.empty();
    }
    TracedCall call = trace.calls().get(trace.calls().size() - 1);
    String target = UpstreamUrl.target(call.url()).replace(MARK, RequestWriter.NUMBER);
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    boolean hasBody = !operation.method().equals("HEAD") && !call.method().equals("HEAD");
    return Optional.of(
        new Sent(
            call.method(),
            target,
            hasBody ? new BodyCheck.Echoes(path, query) : new BodyCheck.Anything()));
  }

  private record Sent(String method, String target, BodyCheck check) {}
}
