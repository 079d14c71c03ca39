package dev.fanout.gateway.http.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts a head together in an array that one event loop reuses, then copies it out once. */
public final class WireWriter {
  private static final int KEPT_BYTES = 64 * 1024;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private byte[] bytes = new byte[2048];
  private int length;

  public WireWriter() {}

  /** Characters of ISO-8859-1 whose syntax the caller has checked. */
  @SuppressWarnings(
      "deprecation") // the one method that copies Latin-1 characters without a new array
  public WireWriter text(String text) {
    int size = text.length();
    reserve(size);
    text.getBytes(0, size, bytes, length);
    length += size;
    return this;
  }

  public WireWriter octet(char octet) {
    reserve(1);
    bytes[length++] = (byte) octet;
    return this;
  }

  public WireWriter field(String name, String value) {
    return text(name).octet(':').octet(' ').text(value).crlf();
  }

  public WireWriter crlf() {
    reserve(2);
    bytes[length++] = '\r';
    bytes[length++] = '\n';
    return this;
  }

  /** A number that is not negative. */
  public WireWriter decimal(long number) {
    reserve(20);
    int start = length;
    long rest = number;
    do {
      bytes[length++] = DIGITS[(int) (rest % 10)];
      rest /= 10;
    } while (rest > 0);
    for (int i = start, j = length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    return this;
  }

  /** The line before a chunk's data. */
  public WireWriter chunkSize(int size) {
    reserve(10);
    int shift = (31 - Integer.numberOfLeadingZeros(size | 1)) / 4 * 4;
    for (; shift >= 0; shift -= 4) {
      bytes[length++] = DIGITS[size >>> shift & 15];
    }
    return crlf();
  }

  /** Forgets what was written. */
  public void discard() {
    length = 0;
  }

  public int length() {
    return length;
  }

  /** Moves what was written into a buffer with {@code spare} free bytes behind. */
  public ByteBuf toBuffer(ByteBufAllocator allocator, int spare) {
    ByteBuf buffer = allocator.directBuffer(length + spare);
    moveTo(buffer);
    return buffer;
  }

  /** Moves what was written to the end of {@code buffer}. */
  public void moveTo(ByteBuf buffer) {
    buffer.writeBytes(bytes, 0, length);
    length = 0;
    if (bytes.length > KEPT_BYTES) {
      bytes = new byte[2048];
    }
  }

  private void reserve(int size) {
    if (bytes.length - length < size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
    }
  }
}
