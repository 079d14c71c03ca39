package dev.fanout.gateway.http;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts whatever connects to a proxy's upstream socket and answers every GET with {@code ok}. */
final class AnsweringUpstream implements AutoCloseable {
  private final List<Wire> connections = new CopyOnWriteArrayList<>();

  AnsweringUpstream(Proxy proxy) {
    start(
        () -> {
          while (true) {
            Wire wire = proxy.acceptUpstream();
            connections.add(wire);
            start(
                () -> {
                  while (true) {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                  }
                });
          }
        });
  }

  int accepted() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : connections) {
      wire.close();
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                // The other side is done.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
