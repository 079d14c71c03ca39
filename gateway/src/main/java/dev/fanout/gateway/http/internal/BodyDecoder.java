package dev.fanout.gateway.http.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Takes a body out of a stream of bytes, piece by piece. */
public final class BodyDecoder {
  /** What a step found. */
  public enum Step {
    /** Nothing more without further bytes. */
    MORE,
    /** A piece of the body: see {@link #takeData}. */
    DATA,
    /** The body is whole, its trailers with the sink. */
    END
  }

  private enum State {
    LENGTH,
    UNTIL_CLOSE,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK_SIZE_LF,
    CHUNK_DATA,
    CHUNK_CR,
    CHUNK_LF,
    TRAILERS,
    END
  }

  private static final int MAX_EXTENSION_BYTES = 256;
  private static final int MAX_SIZE_DIGITS = 15;

  private final HeadParser trailerParser;
  private State state = State.END;
  private FieldSink trailers = (name, value) -> {};
  private ByteBuf data = Unpooled.EMPTY_BUFFER;
  private long remaining;
  private int sizeDigits;
  private int extensionBytes;

  public BodyDecoder(int maxTrailerBytes, int maxTrailers) {
    this.trailerParser = new HeadParser(HeadParser.Kind.TRAILERS, 0, maxTrailerBytes, maxTrailers);
  }

  /**
   * Starts a body.
   *
   * @param length in bytes, {@link Framing#CHUNKED} or {@link Framing#UNTIL_CLOSE}
   */
  public void start(long length, FieldSink trailerSink) {
    trailers = trailerSink;
    remaining = Math.max(length, 0);
    if (length == Framing.CHUNKED) {
      startChunk();
    } else if (length == Framing.UNTIL_CLOSE) {
      state = State.UNTIL_CLOSE;
    } else {
      state = length == 0 ? State.END : State.LENGTH;
    }
  }

  /** Whether the end of the connection ends the body. */
  public boolean isUntilClose() {
    return state == State.UNTIL_CLOSE;
  }

  /** Bytes still to come where that is known: of the body or of the current chunk. */
  public long remaining() {
    return remaining;
  }

  /** Whether {@link #remaining} speaks of the whole rest of the body. */
  public boolean isLengthKnown() {
    return state == State.LENGTH || state == State.END;
  }

  /** Takes bytes of {@code in} up to the next event. */
  public Step next(ByteBuf in) throws MalformedMessageException {
    while (true) {
      switch (state) {
        case END -> {
          return Step.END;
        }
        case LENGTH -> {
          if (!in.isReadable()) {
            return Step.MORE;
          }
          slice(in);
          if (remaining == 0) {
            state = State.END;
          }
          return Step.DATA;
        }
        case UNTIL_CLOSE -> {
          if (!in.isReadable()) {
            return Step.MORE;
          }
          data = in.readRetainedSlice(in.readableBytes());
          return Step.DATA;
        }
        case CHUNK_DATA -> {
          if (!in.isReadable()) {
            return Step.MORE;
          }
          slice(in);
          if (remaining == 0) {
            state = State.CHUNK_CR;
          }
          return Step.DATA;
        }
        case TRAILERS -> {
          if (!trailerParser.parse(in, this::trailer)) {
            return Step.MORE;
          }
          state = State.END;
        }
        default -> {
          if (!in.isReadable()) {
            return Step.MORE;
          }
          chunkFraming(in.readByte());
        }
      }
    }
  }

  /** The piece that {@link Step#DATA} spoke of; the caller releases it. */
  public ByteBuf takeData() {
    ByteBuf taken = data;
    data = Unpooled.EMPTY_BUFFER;
    return taken;
  }

  private void slice(ByteBuf in) {
    int size = (int) Math.min(in.readableBytes(), remaining);
    data = in.readRetainedSlice(size);
    remaining -= size;
  }

  private void startChunk() {
    state = State.CHUNK_SIZE;
    sizeDigits = 0;
    extensionBytes = 0;
    remaining = 0;
  }

  private void chunkFraming(byte octet) throws MalformedMessageException {
    switch (state) {
      case CHUNK_SIZE -> {
        int digit = Ascii.hexDigit(octet);
        if (digit >= 0) {
          if (++sizeDigits > MAX_SIZE_DIGITS) {
            throw bad("a chunk size has more than " + MAX_SIZE_DIGITS + " digits");
          }
          remaining = remaining * 16 + digit;
        } else if (sizeDigits == 0) {
          throw bad("a chunk size does not start with a hexadecimal digit");
        } else if (octet == '\r') {
          state = State.CHUNK_SIZE_LF;
        } else if (octet == ';') {
          state = State.CHUNK_EXTENSION;
        } else {
          throw bad("a chunk size is not hexadecimal");
        }
      }
      case CHUNK_EXTENSION -> {
        if (octet == '\r') {
          state = State.CHUNK_SIZE_LF;
        } else if (octet != '\t' && (octet >= 0 && octet < ' ' || octet == 127)) {
          throw bad("a chunk extension has a control byte");
        } else if (++extensionBytes > MAX_EXTENSION_BYTES) {
          throw bad("a chunk extension is longer than " + MAX_EXTENSION_BYTES + " bytes");
        }
      }
      case CHUNK_SIZE_LF -> {
        expect(octet, '\n', "a chunk size does not end in CRLF");
        state = remaining == 0 ? State.TRAILERS : State.CHUNK_DATA;
      }
      case CHUNK_CR -> {
        expect(octet, '\r', "a chunk does not end in CRLF");
        state = State.CHUNK_LF;
      }
      case CHUNK_LF -> {
        expect(octet, '\n', "a chunk does not end in CRLF");
        startChunk();
      }
      default -> throw new IllegalStateException("no chunk framing in state " + state);
    }
  }

  /** RFC 9110, 6.5.1: fields of framing, routing and connections may not come late. */
  private void trailer(String name, String value) {
    boolean forbidden =
        Ascii.equalsIgnoreCase(name, "Content-Length")
            || Ascii.equalsIgnoreCase(name, "Transfer-Encoding")
            || Ascii.equalsIgnoreCase(name, "Trailer")
            || Ascii.equalsIgnoreCase(name, "Host")
            || Ascii.equalsIgnoreCase(name, "Connection");
    if (!forbidden) {
      trailers.field(name, value);
    }
  }

  private static void expect(byte octet, char wanted, String message)
      throws MalformedMessageException {
    if (octet != wanted) {
      throw bad(message);
    }
  }

  private static MalformedMessageException bad(String message) {
    return new MalformedMessageException(400, message);
  }
}
