package dev.fanout.gateway.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * A raw socket that speaks ISO-8859-1 text. Its time-out only turns a hanging test into a failure.
 */
final class Wire implements AutoCloseable {
  static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
  }

  static Wire connect(int port) throws IOException {
    return new Wire(new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Exactly so many bytes, or fewer if the stream ends. */
  String read(int size) throws IOException {
    return new String(in.readNBytes(size), StandardCharsets.ISO_8859_1);
  }

  /** Up to and with the next LF, or fewer if the stream ends. */
  String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int octet;
    while ((octet = in.read()) >= 0) {
      line.append((char) octet);
      if (octet == '\n') {
        break;
      }
    }
    return line.toString();
  }

  /** A head, with its empty line. */
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    String line;
    do {
      line = readLine();
      if (line.isEmpty()) {
        throw new EOFException("the stream ended within a head: " + head);
      }
      head.append(line);
    } while (!line.equals("\r\n"));
    return head.toString();
  }

  /** A head and the body that its Content-Length announces. */
  String readMessage() throws IOException {
    String head = readHead();
    int length = 0;
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    return head + read(length);
  }

  /** What is still to come; a reset counts as an end. */
  String readToEnd() throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      int size;
      while ((size = in.read(buffer)) >= 0) {
        text.append(new String(buffer, 0, size, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException reset) {
      // The peer broke off.
    }
    return text.toString();
  }

  InputStream in() {
    return in;
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
