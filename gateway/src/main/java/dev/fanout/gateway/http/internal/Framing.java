package dev.fanout.gateway.http.internal;

import java.util.List;

/**
 * How a message's end is found. Where RFC 9112, 6.3 lets a recipient choose between guessing and
 * refusing, this refuses: two answers to "where does it end" are how requests get smuggled.
 */
public final class Framing {
  /** The length of a chunked body. */
  public static final long CHUNKED = -1;

  /** The length of a response body that ends with its connection. */
  public static final long UNTIL_CLOSE = -2;

  private static final int MAX_DIGITS = 18;

  private Framing() {}

  /** The body length of a request, or {@link #CHUNKED}. */
  public static long ofRequest(
      int minorVersion, List<String> transferEncodings, List<String> contentLengths)
      throws MalformedMessageException {
    if (!transferEncodings.isEmpty()) {
      return chunked(minorVersion, transferEncodings, contentLengths);
    }
    return contentLengths.isEmpty() ? 0 : contentLength(contentLengths);
  }

  /** The body length of a response, {@link #CHUNKED} or {@link #UNTIL_CLOSE}. */
  public static long ofResponse(
      String requestMethod,
      int status,
      int minorVersion,
      List<String> transferEncodings,
      List<String> contentLengths)
      throws MalformedMessageException {
    long announced = UNTIL_CLOSE;
    if (!transferEncodings.isEmpty()) {
      announced = chunked(minorVersion, transferEncodings, contentLengths);
    } else if (!contentLengths.isEmpty()) {
      announced = contentLength(contentLengths);
    }
    return requestMethod.equals("HEAD") || isBodiless(status) ? 0 : announced;
  }

  /** Whether a response of that status never has a body. */
  public static boolean isBodiless(int status) {
    return status < 200 || status == 204 || status == 304;
  }

  private static long chunked(
      int minorVersion, List<String> transferEncodings, List<String> contentLengths)
      throws MalformedMessageException {
    if (!contentLengths.isEmpty()) {
      throw bad("both Content-Length and Transfer-Encoding");
    }
    if (minorVersion == 0) {
      throw bad("Transfer-Encoding in HTTP/1.0");
    }
    if (transferEncodings.size() > 1) {
      throw bad("more than one Transfer-Encoding");
    }
    String value = transferEncodings.get(0);
    if (Ascii.equalsIgnoreCase(value, "chunked")) {
      return CHUNKED;
    }
    int comma = value.lastIndexOf(',');
    String last = value.substring(comma + 1).trim();
    if (comma > 0
        && Ascii.equalsIgnoreCase(last, "chunked")
        && !value.substring(0, comma).toLowerCase(java.util.Locale.ROOT).contains("chunked")) {
      throw new MalformedMessageException(501, "a transfer coding other than chunked");
    }
    throw bad("Transfer-Encoding does not end in one 'chunked'");
  }

  private static long contentLength(List<String> contentLengths) throws MalformedMessageException {
    if (contentLengths.size() > 1) {
      throw bad("more than one Content-Length");
    }
    String digits = contentLengths.get(0);
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      throw bad("Content-Length is not a number of 1 to " + MAX_DIGITS + " digits");
    }
    long length = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw bad("Content-Length is not a number of 1 to " + MAX_DIGITS + " digits");
      }
      length = length * 10 + digit;
    }
    return length;
  }

  private static MalformedMessageException bad(String message) {
    return new MalformedMessageException(400, message);
  }
}
