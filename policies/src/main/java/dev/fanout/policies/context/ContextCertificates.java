package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.crypto.ClrCertificate;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates of the tree, and their verification against the roots that this JDK trusts. */
final class ContextCertificates {
  /** What a verification takes of an evaluation's steps. */
  private static final int VERIFY_STEPS = 20_000;

  private ContextCertificates() {}

  static @Nullable ClrCertificate certificate(ApimRequest request) {
    X509Certificate certificate = request.certificate();
    return certificate == null ? null : ClrCertificate.of(certificate, null);
  }

  static ReadOnlyDictionary certificates(ApimDeployment deployment) {
    return new ById(deployment.certificates());
  }

  /** By the id of the certificate, or its thumbprint; in any case. */
  private static final class ById implements ReadOnlyDictionary {
    private final Map<String, ClrCertificate> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> ids;

    ById(Map<String, ApimCertificate> certificates) {
      ids = certificates.keySet();
      certificates.forEach(
          (id, given) -> {
            ClrCertificate certificate = ClrCertificate.of(given.certificate(), given.privateKey());
            byName.putIfAbsent(certificate.getCertHashString(), certificate);
            byName.put(id, certificate);
          });
    }

    @Override
    public int count() {
      return ids.size();
    }

    @Override
    public boolean containsKey(Object key) {
      return byName.containsKey((String) key);
    }

    @Override
    public @Nullable Object valueOrNull(Object key) {
      return byName.get((String) key);
    }

    @Override
    public Iterable<?> keys() {
      return ids;
    }

    @Override
    public String valueType() {
      return "System.Security.Cryptography.X509Certificates.X509Certificate2";
    }
  }

  /** The same as without revocation: expressions do not reach the network. */
  static boolean verify(@Nullable ClrCertificate input) {
    return verifyNoRevocation(input);
  }

  /** Is it valid today, and issued by a root that the JDK trusts? */
  static boolean verifyNoRevocation(@Nullable ClrCertificate input) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    Fence.steps(VERIFY_STEPS);
    try {
      X509Certificate certificate = input.certificate();
      certificate.checkValidity();
      if (Roots.TRUSTED.contains(certificate)) {
        return true;
      }
      Set<TrustAnchor> anchors = new HashSet<>();
      Roots.TRUSTED.forEach(root -> anchors.add(new TrustAnchor(root, null)));
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)),
              parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Read at the first verification. */
  private static final class Roots {
    private static final Set<X509Certificate> TRUSTED = trusted();

    private Roots() {}

    private static Set<X509Certificate> trusted() {
      Set<X509Certificate> roots = new HashSet<>();
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
          if (manager instanceof X509TrustManager x509) {
            roots.addAll(List.of(x509.getAcceptedIssuers()));
          }
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the JDK has no trusted roots", e);
      }
      return roots;
    }
  }
}
