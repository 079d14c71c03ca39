package dev.fanout.policies.context;

import dev.fanout.expressions.ExpressionFailure;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * {@code bytes.Encrypt(alg, key, iv)} and {@code Decrypt}: an algorithm by the name that .NET's
 * {@code SymmetricAlgorithm.Create} knows, in its defaults CBC and PKCS #7.
 */
final class ContextCiphers {
  private static final String FAILURE = "System.Security.Cryptography.CryptographicException";

  private static final Map<String, Algorithm> ALGORITHMS =
      Map.ofEntries(
          Map.entry("aes", Algorithm.AES),
          Map.entry("aesmanaged", Algorithm.AES),
          Map.entry("aescryptoserviceprovider", Algorithm.AES),
          Map.entry("rijndael", Algorithm.AES),
          Map.entry("rijndaelmanaged", Algorithm.AES),
          Map.entry("tripledes", Algorithm.TRIPLE_DES),
          Map.entry("triple des", Algorithm.TRIPLE_DES),
          Map.entry("3des", Algorithm.TRIPLE_DES),
          Map.entry("des", Algorithm.DES));

  private enum Algorithm {
    AES("AES", 16, List.of(16, 24, 32)),
    TRIPLE_DES("DESede", 8, List.of(16, 24)),
    DES("DES", 8, List.of(8));

    private final String javaName;
    private final int block;
    private final List<Integer> keySizes;

    Algorithm(String javaName, int block, List<Integer> keySizes) {
      this.javaName = javaName;
      this.block = block;
      this.keySizes = keySizes;
    }
  }

  private ContextCiphers() {}

  static byte[] encrypt(
      byte @Nullable [] input, @Nullable String alg, byte @Nullable [] key, byte @Nullable [] iv) {
    return apply(Cipher.ENCRYPT_MODE, input, alg, key, iv);
  }

  static byte[] decrypt(
      byte @Nullable [] input, @Nullable String alg, byte @Nullable [] key, byte @Nullable [] iv) {
    return apply(Cipher.DECRYPT_MODE, input, alg, key, iv);
  }

  private static byte[] apply(
      int mode,
      byte @Nullable [] input,
      @Nullable String alg,
      byte @Nullable [] key,
      byte @Nullable [] iv) {
    byte[] data = required(input, "input");
    Algorithm algorithm = ALGORITHMS.get(required(alg, "alg").toLowerCase(Locale.ROOT));
    if (algorithm == null) {
      // What SymmetricAlgorithm.Create gives for a name that it does not know is null.
      throw new ExpressionFailure(
          "System.NullReferenceException", "Object reference not set to an instance of an object.");
    }
    byte[] keyBytes = required(key, "key");
    if (!algorithm.keySizes.contains(keyBytes.length)) {
      throw new ExpressionFailure(FAILURE, "Specified key is not a valid size for this algorithm.");
    }
    byte[] vector = required(iv, "iv");
    if (vector.length != algorithm.block) {
      throw new ExpressionFailure(
          FAILURE,
          "Specified initialization vector (IV) does not match the block size for this algorithm.");
    }
    try {
      Cipher cipher = Cipher.getInstance(algorithm.javaName + "/CBC/PKCS5Padding");
      cipher.init(
          mode,
          new SecretKeySpec(fullKey(algorithm, keyBytes), algorithm.javaName),
          new IvParameterSpec(vector));
      return cipher.doFinal(data);
    } catch (BadPaddingException e) {
      throw new ExpressionFailure(FAILURE, "Padding is invalid and cannot be removed.", e);
    } catch (IllegalBlockSizeException e) {
      throw new ExpressionFailure(FAILURE, "The input data is not a complete block.", e);
    } catch (GeneralSecurityException e) {
      throw new ExpressionFailure(FAILURE, String.valueOf(e.getMessage()), e);
    }
  }

  /** A key of two parts uses the first one again, as in .NET. */
  private static byte[] fullKey(Algorithm algorithm, byte[] key) {
    if (algorithm != Algorithm.TRIPLE_DES || key.length != 16) {
      return key;
    }
    byte[] full = new byte[24];
    System.arraycopy(key, 0, full, 0, 16);
    System.arraycopy(key, 0, full, 16, 8);
    return full;
  }

  private static <T> T required(@Nullable T value, String parameter) {
    if (value == null) {
      throw new ExpressionFailure(
          "System.ArgumentNullException", "Value cannot be null. (Parameter '" + parameter + "')");
    }
    return value;
  }
}
