package dev.fanout.gateway.trace;

import dev.fanout.artifacts.Estate;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.CompiledEstate;
import dev.fanout.gateway.estate.Dispatcher;
import dev.fanout.gateway.estate.EstateCompiler;
import dev.fanout.gateway.estate.SkippedPolicy;
import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.pipeline.ApiView;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.ExchangeSettings;
import dev.fanout.gateway.pipeline.OperationView;
import dev.fanout.policies.context.ContextTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a gateway with this estate would send, by the gateway's own router and steps. Nothing
 * is sent. Thread-safe.
 */
public final class RequestTracer {
  private final CompiledEstate estate;
  private final Dispatcher dispatcher;
  private final TraceUpstream upstream;
  private final Secrets secrets;

  /** With an upstream that answers {@code 200 OK}. */
  public RequestTracer(Estate estate, CompileOptions options) {
    this(estate, options, TraceUpstream.ok());
  }

  /**
   * @throws IssueException when the estate cannot be run
   */
  public RequestTracer(Estate estate, CompileOptions options, TraceUpstream upstream) {
    this.estate =
        new EstateCompiler(new ExpressionCompiler(ContextTypes.hostTypes()))
            .compile(estate, options)
            .orThrow();
    this.dispatcher = new Dispatcher(this.estate, ExchangeSettings.DEFAULT);
    this.upstream = upstream;
    this.secrets = Secrets.of(estate, options);
  }

  /** Policies that were left out. */
  public List<SkippedPolicy> skipped() {
    return estate.skipped();
  }

  public Trace trace(TraceRequest request) {
    TraceLink link = new TraceLink(request, upstream);
    Exchange[] made = new Exchange[1];
    dispatcher.dispatch(link, exchange -> made[0] = exchange);
    ResponseHead answer = link.answer();
    if (answer == null) {
      throw new IllegalStateException("the request '" + request + "' is not answered");
    }
    Exchange exchange = made[0];
    List<TracedCall> calls = new ArrayList<>();
    for (UpstreamRequest sent : link.sent()) {
      calls.add(call(exchange, sent));
    }
    ApiView api = exchange.api();
    OperationView operation = exchange.operation();
    return new Trace(
        Optional.ofNullable(api).map(ApiView::id),
        Optional.ofNullable(operation).map(OperationView::id),
        calls,
        answer.status(),
        answer.reason(),
        entries(answer.headers()),
        bytes(link.answerBody()),
        Optional.ofNullable(exchange.lastError()));
  }

  private TracedCall call(Exchange exchange, UpstreamRequest sent) {
    HttpHeaders fields = sent.headers().copy().removeHopByHop();
    String host = fields.first("Host");
    fields.remove("Host");
    fields.remove("Content-Length");
    BackendTarget target = exchange.request().target();
    return new TracedCall(
        sent.method(),
        sent.authority() + sent.rawTarget(),
        host == null ? sent.authority().hostField() : host,
        entries(fields),
        bytes(sent.body()).length,
        sent.entityId().isEmpty() ? Optional.empty() : Optional.of(sent.entityId()),
        target == null ? List.of() : target.credentials().names(),
        sent.responseTimeout(),
        secrets);
  }

  private static List<Map.Entry<String, String>> entries(HttpHeaders fields) {
    List<Map.Entry<String, String>> entries = new ArrayList<>(fields.size());
    fields.forEach((name, value) -> entries.add(Map.entry(name, value)));
    return entries;
  }

  private static byte[] bytes(OutgoingBody body) {
    return body instanceof OutgoingBody.Bytes inMemory ? inMemory.bytes() : new byte[0];
  }
}
