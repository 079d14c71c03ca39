package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/**
 * {@code HashAlgorithmName}.
 *
 * @param name any; null as the default of the struct
 */
public record HashName(@Nullable String name) implements ClrTyped {
  public static HashName create(@Nullable String name) {
    return new HashName(name);
  }

  public static HashName md5() {
    return new HashName("MD5");
  }

  public static HashName sha1() {
    return new HashName("SHA1");
  }

  public static HashName sha256() {
    return new HashName("SHA256");
  }

  public static HashName sha384() {
    return new HashName("SHA384");
  }

  public static HashName sha512() {
    return new HashName("SHA512");
  }

  public static boolean equal(HashName a, HashName b) {
    return a.equals(b);
  }

  public static boolean notEqual(HashName a, HashName b) {
    return !a.equals(b);
  }

  /** The function; a name that means none is an error. */
  DigestKind kind() {
    if (name == null || name.isEmpty()) {
      throw Failures.argument("The hash algorithm name cannot be null or empty.", "hashAlgorithm");
    }
    DigestKind kind = DigestKind.named(name);
    if (kind == null) {
      throw new ExpressionFailure(
          "System.Security.Cryptography.CryptographicException",
          "'" + name + "' is not a known hash algorithm.");
    }
    return kind;
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography.HashAlgorithmName";
  }

  @Override
  public String toString() {
    return name == null ? "" : name;
  }
}
