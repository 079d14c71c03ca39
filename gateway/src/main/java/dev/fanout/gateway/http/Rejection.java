package dev.fanout.gateway.http;

import java.nio.charset.StandardCharsets;

/**
 * What the server answers by itself, in the envelope of API Management's own error bodies. Its
 * texts for malformed requests are not documented; these say which rule was broken.
 */
final class Rejection {
  private Rejection() {}

  static ResponseHead head(int status) {
    return new ResponseHead(
        status, reason(status), HttpHeaders.of("Content-Type", "application/json"));
  }

  static OutgoingBody.Bytes body(int status, String message) {
    String text = "{ \"statusCode\": " + status + ", \"message\": \"" + message + "\" }";
    return new OutgoingBody.Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String reason(int status) {
    return switch (status) {
      case 408 -> "Request Timeout";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 417 -> "Expectation Failed";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 505 -> "HTTP Version Not Supported";
      default -> "Bad Request";
    };
  }
}
