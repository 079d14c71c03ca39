package dev.fanout.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Map;

/** A template as bytes with holes for the drawn number. */
final class EncodedRequest {
  private static final String HOLE = "{id}";
  private static final int MAX_DIGITS = 10;

  private final byte[][] pieces;
  private final int maxBytes;
  final boolean head;

  EncodedRequest(RequestTemplate template, String hostHeader) {
    StringBuilder rest = new StringBuilder(" HTTP/1.1\r\nHost: ").append(hostHeader).append("\r\n");
    for (Map.Entry<String, String> header : template.headers()) {
      rest.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    byte[] body = template.body().getBytes(UTF_8);
    boolean carriesBody =
        body.length > 0 || template.method().equals("POST") || template.method().equals("PUT");
    if (carriesBody) {
      rest.append("Content-Length: ").append(body.length).append("\r\n");
    }
    rest.append("\r\n");

    String[] target = template.target().split("\\{id}", -1);
    target[0] = template.method() + " " + target[0];
    this.pieces = new byte[target.length][];
    int bytes = 0;
    for (int i = 0; i < target.length; i++) {
      boolean last = i == target.length - 1;
      byte[] text = (last ? target[i] + rest : target[i]).getBytes(ISO_8859_1);
      pieces[i] = last ? join(text, body) : text;
      bytes += pieces[i].length + MAX_DIGITS;
    }
    this.maxBytes = bytes;
    this.head = template.method().equals("HEAD");
  }

  int maxBytes() {
    return maxBytes;
  }

  void writeTo(ByteBuf out, int id) {
    out.writeBytes(pieces[0]);
    for (int i = 1; i < pieces.length; i++) {
      writeDecimal(out, id);
      out.writeBytes(pieces[i]);
    }
  }

  static String target(RequestTemplate template, int id) {
    return template.target().replace(HOLE, Integer.toString(id));
  }

  private static void writeDecimal(ByteBuf out, int value) {
    int divisor = 1;
    while (value / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      out.writeByte('0' + value / divisor % 10);
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
