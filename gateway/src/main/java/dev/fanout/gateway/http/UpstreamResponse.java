package dev.fanout.gateway.http;

/**
 * An upstream's response, final status only (1xx are dropped). The body must be consumed or
 * cancelled, else its connection stays out of the pool until a timeout.
 *
 * @param head without hop-by-hop headers; Content-Length stays as sent
 */
public record UpstreamResponse(ResponseHead head, IncomingBody body) {}
