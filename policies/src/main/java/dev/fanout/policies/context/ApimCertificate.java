package dev.fanout.policies.context;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of {@code context.Deployment.Certificates}.
 *
 * @param privateKey null where the host has none; a secret
 */
public record ApimCertificate(X509Certificate certificate, @Nullable PrivateKey privateKey) {
  public ApimCertificate {
    Objects.requireNonNull(certificate, "certificate");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ApimCertificate[" + certificate.getSubjectX500Principal() + "]";
  }
}
