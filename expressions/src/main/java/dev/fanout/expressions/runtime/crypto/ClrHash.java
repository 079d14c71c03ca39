package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A hash algorithm: SHA256, say, and as a keyed one HMACSHA256. */
public final class ClrHash implements ClrTyped {
  /** Bytes that take about as long as a step of a loop. */
  private static final int BYTES_A_STEP = 64;

  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5C;

  private final String typeName;
  private final DigestKind kind;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private byte @Nullable [] key;
  private byte @Nullable [] last;

  private ClrHash(String typeName, DigestKind kind, byte @Nullable [] key) {
    this.typeName = typeName;
    this.kind = kind;
    this.key = key;
  }

  static ClrHash plain(String typeName, DigestKind kind) {
    return new ClrHash(typeName, kind, null);
  }

  static ClrHash keyed(String typeName, DigestKind kind, byte @Nullable [] key) {
    if (key == null) {
      throw Failures.argumentNull("key");
    }
    return new ClrHash(typeName, kind, key.clone());
  }

  @Override
  public String typeName() {
    return typeName;
  }

  public byte[] computeHash(byte @Nullable [] buffer) {
    if (buffer == null) {
      throw Failures.argumentNull("buffer");
    }
    return computeHash(buffer, 0, buffer.length);
  }

  public byte[] computeHash(byte @Nullable [] buffer, int offset, int count) {
    if (buffer == null) {
      throw Failures.argumentNull("buffer");
    }
    if (offset < 0) {
      throw Failures.negative("offset", offset);
    }
    if (count < 0 || count > buffer.length) {
      throw Failures.argument("Value was invalid.", null);
    }
    if (buffer.length - count < offset) {
      throw Failures.argument(
          "Offset and length were out of bounds for the array or count is greater than the number of"
              + " elements from index to the end of the source collection.",
          null);
    }
    Fence.steps(1 + count / BYTES_A_STEP);
    MessageDigest digest = kind.digest();
    byte[] hash;
    if (key == null) {
      digest.update(buffer, offset, count);
      hash = digest.digest();
    } else {
      byte[] block = block(digest, key);
      digest.update(padded(block, INNER));
      digest.update(buffer, offset, count);
      byte[] inner = digest.digest();
      digest.update(padded(block, OUTER));
      hash = digest.digest(inner);
    }
    last = hash;
    return hash.clone();
  }

  /** Adds to what {@link #transformFinalBlock} hashes, and copies it if there is where to. */
  public int transformBlock(
      byte @Nullable [] input, int offset, int count, byte @Nullable [] output, int outputOffset) {
    byte[] part = part(input, offset, count);
    Fence.characters((long) collected.size() + part.length);
    Fence.steps(1 + count / BYTES_A_STEP);
    collected.writeBytes(part);
    if (output != null) {
      if (outputOffset < 0 || outputOffset > output.length - count) {
        throw Failures.argument("Value was invalid.", null);
      }
      System.arraycopy(part, 0, output, outputOffset, count);
    }
    return count;
  }

  public byte[] transformFinalBlock(byte @Nullable [] input, int offset, int count) {
    byte[] part = part(input, offset, count);
    Fence.characters((long) collected.size() + part.length);
    collected.writeBytes(part);
    computeHash(collected.toByteArray());
    collected.reset();
    return part;
  }

  private static byte[] part(byte @Nullable [] input, int offset, int count) {
    if (input == null) {
      throw Failures.argumentNull("inputBuffer");
    }
    if (offset < 0) {
      throw Failures.negative("inputOffset", offset);
    }
    if (count < 0 || count > input.length || input.length - count < offset) {
      throw Failures.argument("Value was invalid.", null);
    }
    return Arrays.copyOfRange(input, offset, offset + count);
  }

  public int inputBlockSize() {
    return 1;
  }

  public int outputBlockSize() {
    return 1;
  }

  public boolean canTransformMultipleBlocks() {
    return true;
  }

  /** A key that is longer than a block is hashed first (RFC 2104). */
  private byte[] block(MessageDigest digest, byte[] key) {
    byte[] known = key.length > kind.blockBytes() ? digest.digest(key) : key;
    return Arrays.copyOf(known, kind.blockBytes());
  }

  private static byte[] padded(byte[] block, byte with) {
    byte[] padded = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      padded[i] = (byte) (block[i] ^ with);
    }
    return padded;
  }

  /** Of the last computed hash. */
  public byte @Nullable [] hash() {
    return last == null ? null : last.clone();
  }

  /** Bits. */
  public int hashSize() {
    return kind.hashBits();
  }

  public String hashName() {
    return kind.clrName();
  }

  public byte[] key() {
    return key == null ? new byte[0] : key.clone();
  }

  public void setKey(byte @Nullable [] value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    key = value.clone();
  }

  public boolean canReuseTransform() {
    return true;
  }

  public void initialize() {
    collected.reset();
    last = null;
  }

  public void clear() {
    last = null;
  }

  public void dispose() {
    last = null;
  }

  @Override
  public String toString() {
    return typeName;
  }
}
