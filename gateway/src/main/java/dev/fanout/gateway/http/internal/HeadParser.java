package dev.fanout.gateway.http.internal;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads heads and trailers, also when they come byte by byte. Strict: lines end in CRLF, single
 * spaces part the start line, no line is folded, no space stands before a colon (RFC 9112, 2.2, 3,
 * 5.1, 5.2). Every byte is looked at once.
 */
public final class HeadParser {
  /** What stands before the fields. */
  public enum Kind {
    REQUEST,
    RESPONSE,
    TRAILERS
  }

  private static final int STEP_BYTES = 1024;
  private static final int KEPT_BYTES = 8 * 1024;
  private static final int MAX_METHOD_BYTES = 64;
  private static final int MAX_EMPTY_LINES = 2;
  private static final byte[] HTTP_1 = "HTTP/1.".getBytes(StandardCharsets.ISO_8859_1);

  private final Kind kind;
  private final int maxTargetBytes;
  private final int maxBytes;
  private final int maxFields;

  private byte[] bytes = new byte[STEP_BYTES];
  private int filled;
  private int scanned;
  private int lineStart;
  private int emptyLines;
  private int fields;
  private boolean startLineRead;

  private String method = "";
  private String target = "";
  private String reason = "";
  private int status;
  private int minorVersion;
  private int headBytes;

  public HeadParser(Kind kind, int maxTargetBytes, int maxBytes, int maxFields) {
    this.kind = kind;
    this.maxTargetBytes = maxTargetBytes;
    this.maxBytes = maxBytes;
    this.maxFields = maxFields;
  }

  /**
   * Takes bytes of {@code in} up to the end of the head and no further. The same sink must be given
   * until the head is complete; the next call then starts a new head.
   *
   * @return whether the head is complete
   */
  public boolean parse(ByteBuf in, FieldSink sink) throws MalformedMessageException {
    while (true) {
      for (; scanned < filled; scanned++) {
        byte octet = bytes[scanned];
        if (octet == '\n') {
          if (scanned == lineStart || bytes[scanned - 1] != '\r') {
            throw bad("a line ends in a bare LF");
          }
          if (line(lineStart, scanned - 1, sink)) {
            // What lies behind the head was copied, not taken.
            in.readerIndex(in.readerIndex() - (filled - scanned - 1));
            headBytes = scanned + 1;
            rewind();
            return true;
          }
          lineStart = scanned + 1;
        } else if (octet == 0) {
          throw bad("a NUL stands in the head");
        }
      }
      checkSizes();
      int available = Math.min(in.readableBytes(), STEP_BYTES);
      if (available == 0) {
        return false;
      }
      if (bytes.length - filled < available) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      in.readBytes(bytes, filled, available);
      filled += available;
    }
  }

  /** Whether bytes of an unfinished head have been taken. */
  public boolean isWithinHead() {
    return filled > 0;
  }

  public String method() {
    return method;
  }

  /** The request target, byte for byte as ISO-8859-1. */
  public String target() {
    return target;
  }

  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  /** 0 or 1. */
  public int minorVersion() {
    return minorVersion;
  }

  /** The size of the last complete head, from its first byte to its empty line. */
  public int headBytes() {
    return headBytes;
  }

  private void rewind() {
    filled = 0;
    scanned = 0;
    lineStart = 0;
    emptyLines = 0;
    fields = 0;
    startLineRead = false;
    if (bytes.length > KEPT_BYTES) {
      bytes = new byte[STEP_BYTES];
    }
  }

  private void checkSizes() throws MalformedMessageException {
    if (kind == Kind.REQUEST
        && !startLineRead
        && filled - lineStart > maxTargetBytes + MAX_METHOD_BYTES + 16) {
      throw new MalformedMessageException(414, "the request target is too long");
    }
    if (filled > maxBytes) {
      throw new MalformedMessageException(431, "the head is larger than " + maxBytes + " bytes");
    }
  }

  /** Reads one line without its CRLF; true for the empty line that ends the head. */
  private boolean line(int start, int end, FieldSink sink) throws MalformedMessageException {
    if (end + 2 > maxBytes) {
      throw new MalformedMessageException(431, "the head is larger than " + maxBytes + " bytes");
    }
    if (kind != Kind.TRAILERS && !startLineRead) {
      if (start == end && kind == Kind.REQUEST && ++emptyLines <= MAX_EMPTY_LINES) {
        // RFC 9112, 2.2: a server should ignore an empty line before a request.
        return false;
      }
      if (kind == Kind.REQUEST) {
        requestLine(start, end);
      } else {
        statusLine(start, end);
      }
      startLineRead = true;
      return false;
    }
    if (start == end) {
      return true;
    }
    field(start, end, sink);
    return false;
  }

  private void requestLine(int start, int end) throws MalformedMessageException {
    int methodEnd = indexOf(' ', start, end);
    int targetEnd = methodEnd < 0 ? -1 : indexOf(' ', methodEnd + 1, end);
    if (targetEnd < 0) {
      throw bad("the request line is not 'method target version'");
    }
    if (methodEnd - start > MAX_METHOD_BYTES || !Ascii.isToken(bytes, start, methodEnd)) {
      throw bad("the method is not a token");
    }
    if (targetEnd - methodEnd - 1 > maxTargetBytes) {
      throw new MalformedMessageException(414, "the request target is too long");
    }
    if (!Ascii.isTarget(bytes, methodEnd + 1, targetEnd)) {
      throw bad("the request target is empty or has a space, control byte or fragment");
    }
    version(targetEnd + 1, end);
    method = method(start, methodEnd);
    target = text(methodEnd + 1, targetEnd);
  }

  private String method(int start, int end) {
    if (end - start == 3 && bytes[start] == 'G' && bytes[start + 1] == 'E') {
      return bytes[start + 2] == 'T' ? "GET" : text(start, end);
    }
    return text(start, end);
  }

  private void statusLine(int start, int end) throws MalformedMessageException {
    int versionEnd = indexOf(' ', start, end);
    if (versionEnd < 0) {
      throw bad("the status line is not 'version status reason'");
    }
    version(start, versionEnd);
    int statusStart = versionEnd + 1;
    int statusEnd = statusStart + 3;
    if (statusEnd > end || statusEnd < end && bytes[statusEnd] != ' ') {
      throw bad("the status is not three digits");
    }
    int number = 0;
    for (int i = statusStart; i < statusEnd; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        throw bad("the status is not three digits");
      }
      number = number * 10 + digit;
    }
    if (number < 100) {
      throw bad("the status is below 100");
    }
    int reasonStart = Math.min(statusEnd + 1, end);
    if (!Ascii.isFieldValue(bytes, reasonStart, end)) {
      throw bad("the reason phrase has a control byte");
    }
    status = number;
    reason = isOk(reasonStart, end) ? "OK" : text(reasonStart, end);
  }

  private boolean isOk(int start, int end) {
    return end - start == 2 && bytes[start] == 'O' && bytes[start + 1] == 'K';
  }

  private void version(int start, int end) throws MalformedMessageException {
    if (end - start == 8) {
      if (Arrays.equals(bytes, start, start + 7, HTTP_1, 0, 7)
          && (bytes[end - 1] == '0' || bytes[end - 1] == '1')) {
        minorVersion = bytes[end - 1] - '0';
        return;
      }
      if (Arrays.equals(bytes, start, start + 5, HTTP_1, 0, 5)
          && isDigit(bytes[start + 5])
          && bytes[start + 6] == '.'
          && isDigit(bytes[start + 7])) {
        throw new MalformedMessageException(505, "only HTTP/1.0 and HTTP/1.1 are spoken");
      }
    }
    throw bad("the version is not HTTP/1.0 or HTTP/1.1");
  }

  private void field(int start, int end, FieldSink sink) throws MalformedMessageException {
    if (bytes[start] == ' ' || bytes[start] == '\t') {
      throw bad("a header line is folded");
    }
    int colon = indexOf(':', start, end);
    if (colon < 0) {
      throw bad("a header line has no colon");
    }
    if (colon > start && (bytes[colon - 1] == ' ' || bytes[colon - 1] == '\t')) {
      throw bad("white space stands before the colon of a header");
    }
    if (!Ascii.isToken(bytes, start, colon)) {
      throw bad("a header name is not a token");
    }
    int valueStart = colon + 1;
    int valueEnd = end;
    while (valueStart < valueEnd && isWhiteSpace(bytes[valueStart])) {
      valueStart++;
    }
    while (valueEnd > valueStart && isWhiteSpace(bytes[valueEnd - 1])) {
      valueEnd--;
    }
    if (!Ascii.isFieldValue(bytes, valueStart, valueEnd)) {
      throw bad("a header value has a control byte");
    }
    if (++fields > maxFields) {
      throw new MalformedMessageException(431, "more than " + maxFields + " header fields");
    }
    sink.field(text(start, colon), text(valueStart, valueEnd));
  }

  private String text(int start, int end) {
    return start == end ? "" : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private int indexOf(char wanted, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean isWhiteSpace(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  private static MalformedMessageException bad(String message) {
    return new MalformedMessageException(400, message);
  }
}
