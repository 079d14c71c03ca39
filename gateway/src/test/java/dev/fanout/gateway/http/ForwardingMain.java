package dev.fanout.gateway.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A bare proxy for measuring what the HTTP layer costs without a policy: {@code UPSTREAM_PORT
 * [THREADS] [nio]}. Prints its port, ends at the end of standard input.
 */
final class ForwardingMain {
  private ForwardingMain() {}

  public static void main(String[] arguments) throws Exception {
    int upstreamPort = Integer.parseInt(arguments[0]);
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    boolean nio = arguments.length > 2 && arguments[2].equals("nio");
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    UpstreamAuthority authority = new UpstreamAuthority("http", "127.0.0.1", upstreamPort);
    try (EventLoops loops = nio ? EventLoops.createNio(threads) : EventLoops.create(threads);
        UpstreamPools pools =
            new UpstreamPools(
                loops,
                UpstreamOptions.defaults()
                    .withConnectTo(new InetSocketAddress(loopback, upstreamPort)));
        HttpServer server =
            HttpServer.start(
                loops,
                HttpServerOptions.defaults(),
                exchange -> forward(pools, authority, exchange))) {
      System.out.println(server.port());
      while (System.in.read() >= 0) {
        System.err.println(loops.transport() + " " + pools.counters() + " " + server.counters());
      }
    }
  }

  private static void forward(
      UpstreamPools pools, UpstreamAuthority authority, HttpExchange exchange) {
    RequestHead request = exchange.request();
    HttpHeaders headers = request.headers().copy();
    headers.set("Host", authority.hostField());
    pools.send(
        exchange,
        new UpstreamRequest(
            "",
            authority,
            request.method(),
            "/api/echo" + request.pathAndQuery(),
            headers,
            OutgoingBody.streamed(exchange.requestBody()),
            Duration.ofSeconds(300)),
        new UpstreamCallback() {
          @Override
          public void onResponse(UpstreamResponse response) {
            exchange.respond(response.head(), OutgoingBody.streamed(response.body()));
          }

          @Override
          public void onFailure(UpstreamFailure failure) {
            exchange.respond(
                new ResponseHead(502, "Bad Gateway", new HttpHeaders()), OutgoingBody.EMPTY);
          }
        });
  }
}
