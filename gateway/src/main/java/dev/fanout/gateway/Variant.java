package dev.fanout.gateway;

import dev.fanout.gateway.estate.CompiledEstate;
import dev.fanout.gateway.estate.Dispatcher;
import dev.fanout.gateway.estate.SkippedPolicy;
import dev.fanout.gateway.http.ExchangeHandler;
import dev.fanout.gateway.http.HttpExchange;
import dev.fanout.gateway.http.HttpServer;
import dev.fanout.gateway.http.PoolCounters;
import dev.fanout.gateway.http.ServerCounters;
import dev.fanout.gateway.http.UpstreamCall;
import dev.fanout.gateway.http.UpstreamPools;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.log.LogLine;
import dev.fanout.gateway.log.RequestLog;
import dev.fanout.gateway.pipeline.ApiView;
import dev.fanout.gateway.pipeline.ErrorDetail;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.OperationView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One estate being served: nothing in it is shared with another variant but the event loops. */
final class Variant implements ExchangeHandler {
  private final VariantOptions options;
  private final CompiledEstate estate;
  private final Dispatcher dispatcher;
  private final UpstreamPools pools;
  private final InjectedSteps injected;
  private final @Nullable RequestLog log;
  private final LongAdder requests = new LongAdder();
  private final LongAdder notFound = new LongAdder();
  private final LongAdder policyErrors = new LongAdder();
  private @Nullable HttpServer server;

  Variant(
      VariantOptions options,
      GatewayOptions gateway,
      CompiledEstate estate,
      UpstreamPools pools,
      @Nullable RequestLog log) {
    this.options = options;
    this.estate = estate;
    this.dispatcher = new Dispatcher(estate, gateway.exchange());
    this.pools = pools;
    this.injected = new InjectedSteps(options.name(), gateway.injections());
    this.log = log;
  }

  void serveOn(HttpServer newServer) {
    server = newServer;
  }

  String name() {
    return options.name();
  }

  String topology() {
    return options.topology();
  }

  List<SkippedPolicy> skipped() {
    return estate.skipped();
  }

  HttpServer server() {
    HttpServer running = server;
    if (running == null) {
      throw new IllegalStateException("variant '" + options.name() + "' does not serve yet");
    }
    return running;
  }

  UpstreamPools pools() {
    return pools;
  }

  GatewayCounters counters() {
    ServerCounters http = server().counters();
    PoolCounters upstream = pools.counters();
    return new GatewayCounters(
        requests.sum(),
        notFound.sum(),
        policyErrors.sum(),
        http.aborted(),
        http.rejected(),
        upstream.opened(),
        upstream.reused(),
        upstream.peak(),
        upstream.refused(),
        log == null ? 0 : log.dropped(),
        injected.stats());
  }

  @Override
  public void handle(HttpExchange http) {
    requests.increment();
    HttpLink link = new HttpLink(http, pools, this);
    if (log != null) {
      http.onComplete(() -> log(link));
    }
    if (injected.isEmpty()) {
      dispatcher.dispatch(link, link);
    } else {
      injected.run(http.eventLoop(), () -> dispatcher.dispatch(link, link));
    }
  }

  /** Called once for each exchange that is about to be answered after an error. */
  void countError(ErrorDetail error) {
    if (error.reason().equals("OperationNotFound")) {
      notFound.increment();
    } else {
      policyErrors.increment();
    }
  }

  private void log(HttpLink link) {
    RequestLog file = log;
    Exchange exchange = link.exchange();
    if (file == null || exchange == null) {
      return;
    }
    HttpExchange http = link.http();
    UpstreamCall call = link.call();
    UpstreamRequest forwarded = exchange.forwarded();
    ApiView api = exchange.api();
    OperationView operation = exchange.operation();
    ErrorDetail error = exchange.lastError();
    long end = http.endNanos() == 0 ? System.nanoTime() : http.endNanos();
    file.offer(
        new LogLine(
            Instant.now(),
            exchange.requestId(),
            options.name(),
            link.clientAddress(),
            http.request().method(),
            "http://" + http.request().authority() + http.request().path(),
            http.isAnswered() ? http.status() : 0,
            http.requestBytes(),
            http.responseBytes(),
            end - http.headReceivedNanos(),
            call == null ? 0 : backendNanos(call, end),
            api == null ? null : api.id(),
            api == null ? null : api.revision(),
            operation == null ? null : operation.id(),
            forwarded == null || forwarded.entityId().isEmpty() ? null : forwarded.entityId(),
            forwarded == null ? null : forwarded.method(),
            forwarded == null ? null : forwarded.authority() + withoutQuery(forwarded.rawTarget()),
            link.upstreamStatus(),
            error == null
                ? null
                : new LogLine.LogError(
                    error.source(),
                    error.reason(),
                    error.message(),
                    error.scope(),
                    error.section(),
                    error.path())));
  }

  private static long backendNanos(UpstreamCall call, long otherwise) {
    if (call.sentNanos() == 0) {
      return 0;
    }
    return (call.endNanos() == 0 ? otherwise : call.endNanos()) - call.sentNanos();
  }

  private static String withoutQuery(String target) {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }
}
