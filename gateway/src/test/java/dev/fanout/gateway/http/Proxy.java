package dev.fanout.gateway.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A server that forwards everything to one upstream, whose listening socket the test holds: the
 * smallest user of the package. Failures are answered with 502 and the name of their kind.
 */
final class Proxy implements AutoCloseable {
  static final UpstreamAuthority UPSTREAM = new UpstreamAuthority("http", "upstream.test", 80);

  final ServerSocket upstream;
  final EventLoops loops;
  final UpstreamPools pools;
  final HttpServer server;
  private final String mode;
  private final Duration responseTimeout;

  Proxy(UnaryOperator<HttpServerOptions> serverOptions, UnaryOperator<UpstreamOptions> poolOptions)
      throws IOException {
    this("forward", 1, Duration.ofSeconds(20), serverOptions, poolOptions);
  }

  Proxy(
      String mode,
      int threads,
      Duration responseTimeout,
      UnaryOperator<HttpServerOptions> serverOptions,
      UnaryOperator<UpstreamOptions> poolOptions)
      throws IOException {
    this.mode = mode;
    this.responseTimeout = responseTimeout;
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    this.upstream = new ServerSocket(0, 50, loopback);
    upstream.setSoTimeout(Wire.TIMEOUT_MILLIS);
    this.loops = EventLoops.create(threads);
    this.pools =
        new UpstreamPools(
            loops,
            poolOptions.apply(
                UpstreamOptions.defaults()
                    .withConnectTo(new InetSocketAddress(loopback, upstream.getLocalPort()))));
    this.server =
        HttpServer.start(loops, serverOptions.apply(HttpServerOptions.defaults()), this::handle);
  }

  Wire client() throws IOException {
    return Wire.connect(server.port());
  }

  Wire acceptUpstream() throws IOException {
    return new Wire(upstream.accept());
  }

  @Override
  public void close() throws IOException {
    server.close();
    pools.close();
    loops.close();
    upstream.close();
  }

  private void handle(HttpExchange exchange) {
    switch (mode) {
      case "forward" -> forward(exchange, OutgoingBody.streamed(exchange.requestBody()));
      case "buffer" ->
          exchange
              .requestBody()
              .aggregate(
                  32,
                  new AggregateCallback() {
                    @Override
                    public void onBytes(byte[] bytes, HttpHeaders trailers) {
                      forward(exchange, OutgoingBody.bytes(bytes));
                    }

                    @Override
                    public void onFailure(BodyFailure failure) {
                      answer(exchange, 413, failure.name());
                    }
                  });
      case "ignore" -> answer(exchange, 200, "ignored");
      case "throw" -> throw new IllegalStateException("thrown by the test's handler");
      default -> throw new IllegalArgumentException("no mode '" + mode + "'");
    }
  }

  private void forward(HttpExchange exchange, OutgoingBody body) {
    RequestHead request = exchange.request();
    HttpHeaders headers = request.headers().copy();
    headers.remove("Host");
    String entity = request.headers().first("Entity");
    pools.send(
        exchange,
        new UpstreamRequest(
            entity == null ? "" : entity,
            UPSTREAM,
            request.method(),
            request.path().equals("*") ? "/*" : request.pathAndQuery(),
            headers,
            body,
            responseTimeout),
        new UpstreamCallback() {
          @Override
          public void onResponse(UpstreamResponse response) {
            exchange.respond(response.head(), OutgoingBody.streamed(response.body()));
          }

          @Override
          public void onFailure(UpstreamFailure failure) {
            answer(exchange, 502, failure.kind().name());
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String text) {
    exchange.respond(
        new ResponseHead(status, "Test", new HttpHeaders()),
        OutgoingBody.bytes(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
