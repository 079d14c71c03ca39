package dev.fanout.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one HTTP/1.x response at a time from bytes as they come (RFC 9112, sections 3 to 7).
 * Strict: what a proxy and a client could read differently (bare LF, folded lines, two lengths) is
 * a fault, because a benchmark that guesses where a response ends measures nothing. Informational
 * responses are skipped. Allocates only when a line is split between two reads or a body grows.
 */
final class ResponseParser {
  /** A body longer than this is counted but kept no further. */
  static final int MAX_KEPT_BODY = 64 * 1024;

  static final int MAX_HEAD = 64 * 1024;

  private enum State {
    STATUS_LINE,
    HEADERS,
    FIXED_BODY,
    CHUNK_SIZE,
    CHUNK_DATA,
    CHUNK_END,
    TRAILERS,
    BODY_TO_CLOSE,
    DONE,
    FAULT
  }

  private static final byte[] CONTENT_LENGTH = ascii("content-length");
  private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");
  private static final byte[] CONNECTION = ascii("connection");
  private static final byte[] CHUNKED = ascii("chunked");
  private static final byte[] CLOSE = ascii("close");
  private static final byte[] KEEP_ALIVE = ascii("keep-alive");

  private State state = State.DONE;
  private boolean headRequest;
  private boolean keepsBody;
  private int status;
  private boolean keepAlive;
  private boolean chunked;
  private long contentLength;
  private long remaining;
  private int headBytes;
  private long bodyBytes;
  private byte[] body = new byte[1024];
  private int kept;
  private byte[] partial = new byte[128];
  private int partialLength;
  private @Nullable String fault;

  /**
   * Makes ready for the response to the next request.
   *
   * @param keepsBody whether {@link #body} will be asked for
   */
  void expect(boolean headRequest, boolean keepsBody) {
    this.headRequest = headRequest;
    this.keepsBody = keepsBody;
    state = State.STATUS_LINE;
    headBytes = 0;
    bodyBytes = 0;
    kept = 0;
    partialLength = 0;
    status = 0;
    fault = null;
    startHead();
  }

  /**
   * Takes bytes until the response is whole or broken.
   *
   * @return offset of the first byte not taken
   */
  int feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && state != State.DONE && state != State.FAULT) {
      at =
          switch (state) {
            case FIXED_BODY, CHUNK_DATA -> takeCounted(bytes, at, to);
            case BODY_TO_CLOSE -> take(bytes, at, to - at);
            default -> takeLine(bytes, at, to);
          };
    }
    return at;
  }

  /** The peer has closed. A response without any length ends here; any other is cut off. */
  void end() {
    if (state == State.BODY_TO_CLOSE) {
      state = State.DONE;
    }
  }

  boolean isDone() {
    return state == State.DONE;
  }

  /** What is wrong with the bytes, or null. */
  @Nullable String fault() {
    return fault;
  }

  /** 0 until the status line was read. */
  int status() {
    return status;
  }

  boolean keepAlive() {
    return keepAlive;
  }

  /** The first bytes of the body, {@link #keptLength} of them. */
  byte[] body() {
    return body;
  }

  int keptLength() {
    return kept;
  }

  long bodyLength() {
    return bodyBytes;
  }

  /** Whether the head is whole and the body is not. */
  boolean inBody() {
    return switch (state) {
      case FIXED_BODY, CHUNK_SIZE, CHUNK_DATA, CHUNK_END, TRAILERS -> true;
      default -> false;
    };
  }

  /** How far the response had come, for the message of a reset. */
  String progress() {
    return switch (state) {
      case STATUS_LINE -> headBytes + partialLength == 0 ? "before any byte" : "within the head";
      case HEADERS -> "within the head";
      case FIXED_BODY -> "after " + bodyBytes + " of " + contentLength + " body bytes";
      default -> "after " + bodyBytes + " body bytes";
    };
  }

  private void startHead() {
    keepAlive = true;
    chunked = false;
    contentLength = -1;
  }

  private int takeLine(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    boolean whole = end < to;
    int taken = whole ? end + 1 : to;
    if (headBytes + partialLength + (taken - from) > MAX_HEAD) {
      return fail("head or trailers longer than 64 KiB", taken);
    }
    if (!whole || partialLength > 0) {
      keepPartial(bytes, from, taken);
    }
    if (!whole) {
      return to;
    }
    if (partialLength > 0) {
      int length = partialLength;
      partialLength = 0;
      line(partial, 0, length);
    } else {
      line(bytes, from, taken);
    }
    return taken;
  }

  private void keepPartial(byte[] bytes, int from, int to) {
    int length = to - from;
    if (partialLength + length > partial.length) {
      partial = Arrays.copyOf(partial, Math.max(2 * partial.length, partialLength + length));
    }
    System.arraycopy(bytes, from, partial, partialLength, length);
    partialLength += length;
  }

  /**
   * @param to just past the LF
   */
  private void line(byte[] bytes, int from, int to) {
    headBytes += to - from;
    int end = to - 2;
    if (end < from || bytes[end] != '\r') {
      fail("a line ends without CR", to);
      return;
    }
    switch (state) {
      case STATUS_LINE -> statusLine(bytes, from, end);
      case HEADERS -> {
        if (from == end) {
          endOfHead();
        } else {
          header(bytes, from, end);
        }
      }
      case CHUNK_SIZE -> chunkSize(bytes, from, end);
      case CHUNK_END -> {
        if (from != end) {
          fail("a chunk is longer than its size", to);
        } else {
          state = State.CHUNK_SIZE;
        }
      }
      case TRAILERS -> {
        if (from == end) {
          state = State.DONE;
        }
      }
      default -> throw new IllegalStateException("no line is read in state " + state);
    }
  }

  private void statusLine(byte[] b, int from, int end) {
    boolean form =
        end - from >= 12
            && b[from] == 'H'
            && b[from + 1] == 'T'
            && b[from + 2] == 'T'
            && b[from + 3] == 'P'
            && b[from + 4] == '/'
            && b[from + 5] == '1'
            && b[from + 6] == '.'
            && (b[from + 7] == '1' || b[from + 7] == '0')
            && b[from + 8] == ' '
            && isDigit(b[from + 9])
            && isDigit(b[from + 10])
            && isDigit(b[from + 11])
            && (end - from == 12 || b[from + 12] == ' ');
    if (!form) {
      fail("no HTTP/1.x status line: " + excerpt(b, from, end), end);
      return;
    }
    status = (b[from + 9] - '0') * 100 + (b[from + 10] - '0') * 10 + (b[from + 11] - '0');
    keepAlive = b[from + 7] == '1';
    if (status < 100 || status == 101) {
      fail("status " + status + " was not asked for", end);
      return;
    }
    state = State.HEADERS;
  }

  private void header(byte[] b, int from, int end) {
    switch (b[from]) {
      case ' ', '\t', ':' -> {
        fail("a header line starts with a space or colon", end);
        return;
      }
      case 'c', 'C' -> {
        if (isNamed(b, from, end, CONTENT_LENGTH)) {
          contentLength(b, from + CONTENT_LENGTH.length + 1, end);
          return;
        }
        if (isNamed(b, from, end, CONNECTION)) {
          connection(b, from + CONNECTION.length + 1, end);
          return;
        }
      }
      case 't', 'T' -> {
        if (isNamed(b, from, end, TRANSFER_ENCODING)) {
          transferEncoding(b, from + TRANSFER_ENCODING.length + 1, end);
          return;
        }
      }
      default -> {}
    }
    for (int i = from; i < end; i++) {
      if (b[i] == ':') {
        return;
      }
      if (b[i] == ' ' || b[i] == '\t') {
        fail("a header name with a space: " + excerpt(b, from, end), end);
        return;
      }
    }
    fail("a header line without a colon: " + excerpt(b, from, end), end);
  }

  private void contentLength(byte[] b, int from, int end) {
    int first = skipSpace(b, from, end);
    int last = trimSpace(b, first, end);
    long value = 0;
    boolean digits = last > first && last - first <= 18;
    for (int i = first; i < last && digits; i++) {
      digits = isDigit(b[i]);
      value = value * 10 + (b[i] - '0');
    }
    if (!digits) {
      fail("content-length is no number: " + excerpt(b, from, end), end);
    } else if (contentLength >= 0) {
      fail("two content-length headers", end);
    } else {
      contentLength = value;
    }
  }

  private void transferEncoding(byte[] b, int from, int end) {
    int first = skipSpace(b, from, end);
    if (chunked || !equalsIgnoreCase(b, first, trimSpace(b, first, end), CHUNKED)) {
      fail("transfer-encoding is not chunked: " + excerpt(b, from, end), end);
    }
    chunked = true;
  }

  private void connection(byte[] b, int from, int end) {
    int at = from;
    while (at < end) {
      int comma = at;
      while (comma < end && b[comma] != ',') {
        comma++;
      }
      int first = skipSpace(b, at, comma);
      int last = trimSpace(b, first, comma);
      if (equalsIgnoreCase(b, first, last, CLOSE)) {
        keepAlive = false;
      } else if (equalsIgnoreCase(b, first, last, KEEP_ALIVE)) {
        keepAlive = true;
      }
      at = comma + 1;
    }
  }

  private void endOfHead() {
    if (status < 200) {
      state = State.STATUS_LINE;
      startHead();
    } else if (chunked && contentLength >= 0) {
      fail("content-length with transfer-encoding", 0);
    } else if (headRequest || status == 204 || status == 304) {
      state = State.DONE;
    } else if (chunked) {
      state = State.CHUNK_SIZE;
    } else if (contentLength >= 0) {
      remaining = contentLength;
      state = contentLength == 0 ? State.DONE : State.FIXED_BODY;
    } else {
      keepAlive = false;
      state = State.BODY_TO_CLOSE;
    }
  }

  private void chunkSize(byte[] b, int from, int end) {
    long size = 0;
    int i = from;
    for (; i < end && i - from < 16; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0) {
        break;
      }
      size = size * 16 + digit;
    }
    boolean ends = i == end || b[i] == ';' || b[i] == ' ' || b[i] == '\t';
    if (i == from || !ends || size < 0) {
      fail("no chunk size: " + excerpt(b, from, end), end);
      return;
    }
    headBytes = 0;
    remaining = size;
    state = size == 0 ? State.TRAILERS : State.CHUNK_DATA;
  }

  private int takeCounted(byte[] bytes, int from, int to) {
    int length = (int) Math.min(remaining, to - from);
    int at = take(bytes, from, length);
    remaining -= length;
    if (remaining == 0) {
      state = state == State.FIXED_BODY ? State.DONE : State.CHUNK_END;
    }
    return at;
  }

  private int take(byte[] bytes, int from, int length) {
    bodyBytes += length;
    int keep = keepsBody ? Math.min(length, MAX_KEPT_BODY - kept) : 0;
    if (keep > 0) {
      if (kept + keep > body.length) {
        body = Arrays.copyOf(body, Math.min(MAX_KEPT_BODY, Math.max(2 * body.length, kept + keep)));
      }
      System.arraycopy(bytes, from, body, kept, keep);
      kept += keep;
    }
    return from + length;
  }

  private int fail(String reason, int at) {
    state = State.FAULT;
    fault = reason;
    return at;
  }

  private static boolean isNamed(byte[] b, int from, int end, byte[] name) {
    return end - from > name.length
        && b[from + name.length] == ':'
        && equalsIgnoreCase(b, from, from + name.length, name);
  }

  private static boolean equalsIgnoreCase(byte[] b, int from, int end, byte[] lowerCase) {
    if (end - from != lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      byte c = b[from + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private static int skipSpace(byte[] b, int from, int end) {
    int at = from;
    while (at < end && (b[at] == ' ' || b[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static int trimSpace(byte[] b, int from, int end) {
    int at = end;
    while (at > from && (b[at - 1] == ' ' || b[at - 1] == '\t')) {
      at--;
    }
    return at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static String excerpt(byte[] b, int from, int end) {
    StringBuilder text = new StringBuilder("'");
    for (int i = from; i < Math.min(end, from + 60); i++) {
      text.append(b[i] >= ' ' && b[i] < 0x7f ? (char) b[i] : '?');
    }
    return text.append(end - from > 60 ? "…'" : "'").toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
