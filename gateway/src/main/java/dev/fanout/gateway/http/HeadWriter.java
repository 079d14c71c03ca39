package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import dev.fanout.gateway.http.internal.HopByHop;
import dev.fanout.gateway.http.internal.WireWriter;
import org.jspecify.annotations.Nullable;

/** Writes heads: end-to-end fields as given, framing and connection fields by what follows. */
final class HeadWriter {
  private HeadWriter() {}

  static void request(WireWriter writer, UpstreamRequest request) {
    HttpHeaders headers = request.headers();
    String te = headers.first("TE");
    boolean trailersWanted = te != null && HopByHop.lists(te, "trailers");
    if (headers.contains("Connection")) {
      headers = headers.copy().removeHopByHop();
    }
    writer.text(request.method()).octet(' ').text(request.rawTarget()).text(" HTTP/1.1\r\n");
    if (!headers.contains("Host")) {
      writer.field("Host", request.authority().hostField());
    }
    boolean lengthNamed = false;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (isContentLength(name)) {
        lengthNamed = true;
      } else if (!HopByHop.contains(name)
          && !(name.length() == 6 && Ascii.equalsIgnoreCase(name, "Expect"))) {
        writer.field(name, headers.value(i));
      }
    }
    if (trailersWanted) {
      writer.text("TE: trailers\r\nConnection: TE\r\n");
    }
    long length = request.body().length();
    if (length < 0) {
      writer.text("Transfer-Encoding: chunked\r\n");
    } else if (length > 0 || lengthNamed || expectsBody(request.method())) {
      writer.text("Content-Length: ").decimal(length).crlf();
    }
    writer.crlf();
  }

  /** The framing of a response. */
  enum ResponseFraming {
    /** No body by its status or by HEAD. */
    BODILESS,
    LENGTH,
    CHUNKED,
    UNTIL_CLOSE
  }

  /**
   * Writes a response's head.
   *
   * @param length of the body, -1 where it is not known
   * @param date for a head without Date
   * @param connection the value of Connection; null for none
   */
  static void response(
      WireWriter writer,
      ResponseHead head,
      ResponseFraming framing,
      long length,
      String date,
      @Nullable String connection) {
    HttpHeaders headers = head.headers();
    writer.text("HTTP/1.1 ").decimal(head.status()).octet(' ').text(head.reason()).crlf();
    boolean dated = false;
    String announced = null;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (isContentLength(name)) {
        announced = headers.value(i);
      } else if (!HopByHop.contains(name)) {
        dated |= name.length() == 4 && Ascii.equalsIgnoreCase(name, "Date");
        writer.field(name, headers.value(i));
      }
    }
    if (!dated) {
      writer.field("Date", date);
    }
    switch (framing) {
      case BODILESS -> {
        // What a GET would have been answered with; a 204 has no length at all (RFC 9110, 8.6).
        if (head.status() != 204 && (length > 0 || announced != null)) {
          writer.field(
              "Content-Length",
              length > 0 || announced == null ? String.valueOf(length) : announced);
        }
      }
      case LENGTH -> writer.text("Content-Length: ").decimal(length).crlf();
      case CHUNKED -> writer.text("Transfer-Encoding: chunked\r\n");
      case UNTIL_CLOSE -> {}
    }
    if (connection != null) {
      writer.field("Connection", connection);
    }
    writer.crlf();
  }

  private static boolean isContentLength(String name) {
    return name.length() == 14 && Ascii.equalsIgnoreCase(name, "Content-Length");
  }

  /** RFC 9110, 8.6: these say that they are empty. */
  private static boolean expectsBody(String method) {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }
}
