package dev.fanout.verification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every request with 200, and those whose first segment is a status with that. */
final class AnsweringServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final ConcurrentLinkedQueue<String> paths = new ConcurrentLinkedQueue<>();

  private AnsweringServer(HttpServer server) {
    this.server = server;
  }

  static AnsweringServer start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    AnsweringServer server = new AnsweringServer(http);
    http.createContext("/", server::answer);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Paths and queries in the order in which they came. */
  List<String> paths() {
    return List.copyOf(paths);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    paths.add(path);
    String first = path.substring(1).split("[/?]", 2)[0];
    exchange.getRequestBody().readAllBytes();
    byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    int status = first.matches("[2-5]\\d\\d") ? Integer.parseInt(first) : 200;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
