package dev.fanout.gateway.http;

/** Answers requests. */
public interface ExchangeHandler {
  /**
   * Called on the connection's event loop when a request's head is complete and valid; must not
   * block. The handler answers with {@link HttpExchange#respond} now or later. If it throws, the
   * client gets 500.
   */
  void handle(HttpExchange exchange);
}
