package dev.fanout.gateway;

import java.util.List;

/**
 * What a variant did so far. Each number is exact; read while requests run, they are of slightly
 * different moments.
 *
 * @param requests heads that reached the router
 * @param notFound answered with 404 because no operation matched
 * @param policyErrors that went to on-error for another reason
 * @param aborted whose client went away before the response was whole
 * @param rejected by the server before routing: malformed, too large, too slow
 * @param connectionsOpened to upstreams
 * @param connectionsReused upstream requests on a connection that had served another
 * @param connectionsPeak open upstream connections at once
 * @param connectionsRefused upstream requests that found the pool at its limit
 * @param logLinesDropped request log lines that did not fit the writer's queue
 */
public record GatewayCounters(
    long requests,
    long notFound,
    long policyErrors,
    long aborted,
    long rejected,
    long connectionsOpened,
    long connectionsReused,
    long connectionsPeak,
    long connectionsRefused,
    long logLinesDropped,
    List<InjectionStats> injections) {
  public GatewayCounters {
    injections = List.copyOf(injections);
  }
}
