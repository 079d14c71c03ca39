package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code ICryptoTransform}: encrypts or decrypts one text; padding by .NET's PaddingMode. */
public final class CipherTransform implements ClrTyped {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONE = 1;
  private static final int ZEROS = 3;
  private static final int ANSI_X923 = 4;
  private static final int ISO_10126 = 5;

  private final boolean encrypts;
  private final String algorithm;
  private final int blockBytes;
  private final byte[] key;
  private final byte[] iv;
  private final int mode;
  private final int padding;

  CipherTransform(
      boolean encrypts,
      String algorithm,
      int blockBytes,
      byte[] key,
      byte[] iv,
      int mode,
      int padding) {
    this.encrypts = encrypts;
    this.algorithm = algorithm;
    this.blockBytes = blockBytes;
    this.key = key;
    this.iv = iv;
    this.mode = mode;
    this.padding = padding;
  }

  public int inputBlockSize() {
    return blockBytes;
  }

  public int outputBlockSize() {
    return blockBytes;
  }

  public boolean canReuseTransform() {
    return true;
  }

  public boolean canTransformMultipleBlocks() {
    return true;
  }

  public byte[] transformFinalBlock(byte @Nullable [] input, int offset, int count) {
    if (input == null) {
      throw Failures.argumentNull("inputBuffer");
    }
    if (offset < 0) {
      throw Failures.negative("inputOffset", offset);
    }
    if (count < 0 || count > input.length || input.length - count < offset) {
      throw Failures.argument("Value was invalid.", null);
    }
    Fence.steps(1 + count / 64);
    byte[] text = Arrays.copyOfRange(input, offset, offset + count);
    try {
      if (encrypts) {
        return cipher(Cipher.ENCRYPT_MODE).doFinal(padded(text));
      }
      if (text.length % blockBytes != 0) {
        throw CryptoFailures.failure("The input data is not a complete block.");
      }
      return unpadded(cipher(Cipher.DECRYPT_MODE).doFinal(text));
    } catch (GeneralSecurityException e) {
      throw CryptoFailures.failure("The input data is not a complete block.", e);
    }
  }

  private Cipher cipher(int operation) throws GeneralSecurityException {
    byte[] known = algorithm.equals("DESede") && key.length == 16 ? Arrays.copyOf(key, 24) : key;
    if (known != key) {
      System.arraycopy(key, 0, known, 16, 8);
    }
    String name = mode == 2 ? "ECB" : mode == 4 ? "CFB8" : "CBC";
    Cipher cipher = Cipher.getInstance(algorithm + "/" + name + "/NoPadding");
    SecretKeySpec spec = new SecretKeySpec(known, algorithm);
    if (mode == 2) {
      cipher.init(operation, spec);
    } else {
      cipher.init(operation, spec, new IvParameterSpec(iv));
    }
    return cipher;
  }

  private byte[] padded(byte[] text) {
    int missing = blockBytes - text.length % blockBytes;
    if (padding == NONE || (padding == ZEROS && missing == blockBytes)) {
      if (missing != blockBytes) {
        throw CryptoFailures.failure("The input data is not a complete block.");
      }
      return text;
    }
    byte[] padded = Arrays.copyOf(text, text.length + missing);
    if (padding == ISO_10126) {
      byte[] noise = new byte[missing];
      RANDOM.nextBytes(noise);
      System.arraycopy(noise, 0, padded, text.length, missing);
    } else if (padding != ZEROS && padding != ANSI_X923) {
      Arrays.fill(padded, text.length, padded.length, (byte) missing);
    }
    if (padding != ZEROS) {
      padded[padded.length - 1] = (byte) missing;
    }
    return padded;
  }

  private byte[] unpadded(byte[] text) {
    if (padding == NONE || padding == ZEROS) {
      return text;
    }
    int count = text.length == 0 ? 0 : text[text.length - 1] & 0xFF;
    boolean valid = count > 0 && count <= blockBytes && count <= text.length;
    for (int i = text.length - count; valid && i < text.length - 1; i++) {
      valid =
          padding == ISO_10126 || (padding == ANSI_X923 ? text[i] == 0 : (text[i] & 0xFF) == count);
    }
    if (!valid) {
      throw CryptoFailures.failure("Padding is invalid and cannot be removed.");
    }
    return Arrays.copyOf(text, text.length - count);
  }

  public void dispose() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography.ICryptoTransform";
  }
}
