package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import java.util.Objects;

/**
 * A response before its body. Framing is the server's: it writes Content-Length or
 * Transfer-Encoding by the body, and Connection by the client's version and the state of the
 * server. A {@code Connection: close} in {@code headers} closes the client's connection afterwards.
 *
 * @param status 200 to 999
 * @param reason may be empty
 */
public record ResponseHead(int status, String reason, HttpHeaders headers) {
  public ResponseHead {
    Objects.requireNonNull(headers, "headers");
    if (status < 200 || status > 999) {
      throw new IllegalArgumentException("status " + status + " is not in 200..999");
    }
    if (!Ascii.isFieldValue(reason)) {
      throw new IllegalArgumentException("the reason phrase has a control character");
    }
  }
}
