package dev.fanout.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A loopback HTTP server that answers what a test tells it to, a thread for each connection. */
final class StubServer implements AutoCloseable {

  /** Writes the answer; throwing closes the connection. */
  interface Behaviour {
    void answer(String requestLine, int requestOfConnection, OutputStream out) throws Exception;
  }

  /** As {@link Behaviour}, with the connection in hand. */
  interface SocketBehaviour {
    void answer(Socket socket, String requestLine, int requestOfConnection, OutputStream out)
        throws Exception;
  }

  final List<String> requestLines = new CopyOnWriteArrayList<>();
  final AtomicInteger accepted = new AtomicInteger();
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final SocketBehaviour behaviour;

  private StubServer(SocketBehaviour behaviour, ServerSocket listener) {
    this.behaviour = behaviour;
    this.listener = listener;
    daemon(this::accept);
  }

  static StubServer start(Behaviour behaviour) throws IOException {
    return start(loopback(), behaviour);
  }

  static StubServer startOnSockets(SocketBehaviour behaviour) throws IOException {
    return new StubServer(behaviour, loopback());
  }

  /** With TLS, when the listener is of that kind. */
  static StubServer startOnSockets(ServerSocket listener, SocketBehaviour behaviour) {
    return new StubServer(behaviour, listener);
  }

  private static StubServer start(ServerSocket listener, Behaviour behaviour) {
    return new StubServer(
        (socket, line, number, out) -> behaviour.answer(line, number, out), listener);
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
  }

  /** Echoes like the mock backend, with the path behind {@code prefix}. */
  static Behaviour echo(String prefix) {
    return (line, number, out) -> {
      String target = line.split(" ")[1];
      int mark = target.indexOf('?');
      String path = mark < 0 ? target : target.substring(0, mark);
      String query = mark < 0 ? "null" : '"' + target.substring(mark + 1) + '"';
      write(out, ok("{\"path\":\"" + prefix + path + "\",\"query\":" + query + "}"));
    };
  }

  static Behaviour raw(String response) {
    return (line, number, out) -> write(out, response);
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static void write(OutputStream out, String response) throws IOException {
    out.write(response.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        accepted.incrementAndGet();
        sockets.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (int number = 1; ; number++) {
        String head = head(in);
        if (head.isEmpty()) {
          return;
        }
        String line = head.substring(0, head.indexOf('\r'));
        requestLines.add(line);
        behaviour.answer(socket, line, number, out);
      }
    } catch (Exception e) {
      // The connection ends, which is what the test wanted.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "stub-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends all connections and listens no more, as a killed process does. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      try (socket) {
        socket.setSoLinger(true, 0);
      } catch (SocketException e) {
        // Closed before.
      }
    }
  }
}
