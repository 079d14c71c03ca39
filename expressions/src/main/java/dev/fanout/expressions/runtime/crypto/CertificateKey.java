package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import org.jspecify.annotations.Nullable;

/**
 * {@code PublicKey} of a certificate.
 *
 * @param key null for what is no RSA key
 */
public record CertificateKey(@Nullable ClrRsa key, ClrOid oid) implements ClrTyped {
  @Override
  public String typeName() {
    return "System.Security.Cryptography.X509Certificates.PublicKey";
  }
}
