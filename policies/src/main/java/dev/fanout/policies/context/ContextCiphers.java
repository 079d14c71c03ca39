package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.crypto.ClrSymmetric;
import org.jspecify.annotations.Nullable;

/**
 * {@code bytes.Encrypt(alg, key, iv)} and {@code Decrypt}: by an algorithm, or by a name that
 * .NET's {@code SymmetricAlgorithm.Create} knows, which then has .NET's defaults CBC and PKCS #7.
 */
final class ContextCiphers {
  private ContextCiphers() {}

  static byte[] encrypt(
      byte @Nullable [] input, @Nullable String alg, byte @Nullable [] key, byte @Nullable [] iv) {
    return encrypt(input, algorithm(alg, key, iv));
  }

  static byte[] decrypt(
      byte @Nullable [] input, @Nullable String alg, byte @Nullable [] key, byte @Nullable [] iv) {
    return decrypt(input, algorithm(alg, key, iv));
  }

  static byte[] encrypt(byte @Nullable [] input, @Nullable ClrSymmetric alg) {
    byte[] bytes = required(input, "input");
    return required(alg, "alg").createEncryptor().transformFinalBlock(bytes, 0, bytes.length);
  }

  static byte[] decrypt(byte @Nullable [] input, @Nullable ClrSymmetric alg) {
    byte[] bytes = required(input, "input");
    return required(alg, "alg").createDecryptor().transformFinalBlock(bytes, 0, bytes.length);
  }

  static byte[] encrypt(
      byte @Nullable [] input,
      @Nullable ClrSymmetric alg,
      byte @Nullable [] key,
      byte @Nullable [] iv) {
    byte[] bytes = required(input, "input");
    return required(alg, "alg")
        .createEncryptor(key, iv)
        .transformFinalBlock(bytes, 0, bytes.length);
  }

  static byte[] decrypt(
      byte @Nullable [] input,
      @Nullable ClrSymmetric alg,
      byte @Nullable [] key,
      byte @Nullable [] iv) {
    byte[] bytes = required(input, "input");
    return required(alg, "alg")
        .createDecryptor(key, iv)
        .transformFinalBlock(bytes, 0, bytes.length);
  }

  private static ClrSymmetric algorithm(
      @Nullable String name, byte @Nullable [] key, byte @Nullable [] iv) {
    ClrSymmetric algorithm = ClrSymmetric.create(name);
    if (algorithm == null) {
      throw Failures.nullReference();
    }
    algorithm.setKey(key);
    algorithm.setIv(iv);
    return algorithm;
  }

  private static <T> T required(@Nullable T value, String parameter) {
    if (value == null) {
      throw Failures.argumentNull(parameter);
    }
    return value;
  }
}
