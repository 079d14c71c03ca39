package dev.fanout.functionhost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes as they stand and reads responses by their Content-Length. */
final class RawClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  /** One response as text. */
  record Response(String head, String body) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }
  }

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = socket.getInputStream();
  }

  static Response get(int port, String target) throws IOException {
    return once(port, "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
  }

  static Response once(int port, String request) throws IOException {
    try (RawClient client = new RawClient(port)) {
      return client.send(request).receive();
    }
  }

  RawClient send(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Response receive() throws IOException {
    return receive(false);
  }

  Response receive(boolean headOnly) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed after: " + head);
      }
      head.append((char) next);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length: ");
    int length =
        headOnly || at < 0
            ? 0
            : Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(in.readNBytes(length));
    return new Response(head.toString(), body.toString(StandardCharsets.UTF_8));
  }

  boolean isClosedByPeer() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
