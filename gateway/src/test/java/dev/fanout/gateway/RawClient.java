package dev.fanout.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, on a connection of its own, and reads to the end. */
final class RawClient {
  private RawClient() {}

  static String get(int port, String target, String... fields) throws IOException {
    StringBuilder head = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: gateway.test\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return send(port, head + "Connection: close\r\n\r\n");
  }

  static String post(int port, String target, String body) throws IOException {
    return send(
        port,
        "POST "
            + target
            + " HTTP/1.1\r\nHost: gateway.test\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static String send(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
