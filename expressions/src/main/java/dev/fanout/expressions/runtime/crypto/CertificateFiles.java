package dev.fanout.expressions.runtime.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates in their written forms: DER, PEM and PKCS #12. */
final class CertificateFiles {
  private static final int UNKNOWN = 0;
  private static final int CERTIFICATE = 1;
  private static final int PKCS12 = 3;

  private CertificateFiles() {}

  static ClrCertificate read(byte[] data, @Nullable String password) {
    X509Certificate certificate = certificateOrNull(data);
    if (certificate != null) {
      return ClrCertificate.of(certificate, null, "");
    }
    try {
      return store(data, password == null ? new char[0] : password.toCharArray());
    } catch (GeneralSecurityException | IOException e) {
      throw CryptoFailures.failure(
          contentType(data) == PKCS12
              ? "The certificate data cannot be read with the provided password, the password may be"
                  + " incorrect."
              : "Cannot find the requested object.",
          e);
    }
  }

  private static @Nullable X509Certificate certificateOrNull(byte[] data) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(data));
    } catch (CertificateException e) {
      return null;
    }
  }

  /** The first entry with a private key, else the first certificate. */
  private static ClrCertificate store(byte[] data, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(data), password);
    ClrCertificate first = null;
    for (String alias : Collections.list(store.aliases())) {
      if (!(store.getCertificate(alias) instanceof X509Certificate certificate)) {
        continue;
      }
      Key key = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
      if (key instanceof PrivateKey privateKey) {
        return ClrCertificate.of(certificate, privateKey, alias);
      }
      first = first == null ? ClrCertificate.of(certificate, null, alias) : first;
    }
    if (first == null) {
      throw new CertificateException("no certificate");
    }
    return first;
  }

  /** A value of X509ContentType. */
  static int contentType(byte[] data) {
    if (certificateOrNull(data) != null) {
      return CERTIFICATE;
    }
    boolean sequence = data.length > 16 && data[0] == 0x30 && Der.length(data) == data.length;
    return sequence ? PKCS12 : UNKNOWN;
  }

  static boolean chains(X509Certificate certificate) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager trust) {
        trust.checkClientTrusted(
            new X509Certificate[] {certificate}, certificate.getPublicKey().getAlgorithm());
        return true;
      }
    }
    return false;
  }
}
