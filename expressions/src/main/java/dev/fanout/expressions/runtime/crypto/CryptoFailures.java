package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** The errors of this package. */
final class CryptoFailures {
  private CryptoFailures() {}

  static ExpressionFailure failure(String message) {
    return failure(message, null);
  }

  static ExpressionFailure failure(String message, @Nullable Throwable cause) {
    return new ExpressionFailure(
        "System.Security.Cryptography.CryptographicException", message, cause);
  }
}
