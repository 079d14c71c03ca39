package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Oid}.
 *
 * @param value dotted numbers, or what was written
 */
public record ClrOid(@Nullable String value) implements ClrTyped {
  private static final Map<String, String> NAMES =
      Map.of(
          "1.2.840.113549.1.1.1", "RSA",
          "1.2.840.113549.1.1.4", "md5RSA",
          "1.2.840.113549.1.1.5", "sha1RSA",
          "1.2.840.113549.1.1.11", "sha256RSA",
          "1.2.840.113549.1.1.12", "sha384RSA",
          "1.2.840.113549.1.1.13", "sha512RSA",
          "1.2.840.10045.2.1", "ECC",
          "1.2.840.10045.4.3.2", "sha256ECDSA",
          "1.2.840.10045.4.3.3", "sha384ECDSA",
          "2.16.840.1.101.3.4.2.1", "sha256");

  public static ClrOid create(@Nullable String oid) {
    return new ClrOid(oid);
  }

  public @Nullable String friendlyName() {
    return value == null ? null : NAMES.get(value);
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography.Oid";
  }
}
