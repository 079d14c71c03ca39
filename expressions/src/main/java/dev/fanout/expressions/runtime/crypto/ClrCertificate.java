package dev.fanout.expressions.runtime.crypto;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code X509Certificate2}: a certificate and, where it came with one, its private key. */
public final class ClrCertificate implements ClrTyped {
  private static final int READING_STEPS = 20_000;

  private final X509Certificate certificate;
  private final @Nullable PrivateKey privateKey;
  private final String friendlyName;

  private ClrCertificate(
      X509Certificate certificate, @Nullable PrivateKey privateKey, String friendlyName) {
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.privateKey = privateKey;
    this.friendlyName = friendlyName;
  }

  /** Of what a host holds. */
  public static ClrCertificate of(X509Certificate certificate, @Nullable PrivateKey privateKey) {
    return new ClrCertificate(certificate, privateKey, "");
  }

  static ClrCertificate of(
      X509Certificate certificate, @Nullable PrivateKey privateKey, String friendlyName) {
    return new ClrCertificate(certificate, privateKey, friendlyName);
  }

  public static ClrCertificate create(byte @Nullable [] data) {
    return create(data, null);
  }

  /** A certificate in DER or PEM, or a PKCS #12 file that the password opens. */
  public static ClrCertificate create(byte @Nullable [] data, @Nullable String password) {
    if (data == null || data.length == 0) {
      throw Failures.argument("Array may not be empty or null.", "rawData");
    }
    Fence.steps(READING_STEPS);
    return CertificateFiles.read(data, password);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  @Override
  public String typeName() {
    return "System.Security.Cryptography.X509Certificates.X509Certificate2";
  }

  public DistinguishedName subjectName() {
    return DistinguishedName.of(certificate.getSubjectX500Principal());
  }

  public DistinguishedName issuerName() {
    return DistinguishedName.of(certificate.getIssuerX500Principal());
  }

  public String subject() {
    return subjectName().name();
  }

  public String issuer() {
    return issuerName().name();
  }

  public byte[] rawData() {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw CryptoFailures.failure("The certificate cannot be written.", e);
    }
  }

  public String getRawCertDataString() {
    return hex(rawData());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  public byte[] getCertHash() {
    return getCertHash(HashName.sha1());
  }

  public byte[] getCertHash(HashName hash) {
    return hash.kind().digest().digest(rawData());
  }

  public String getCertHashString() {
    return hex(getCertHash());
  }

  public String getCertHashString(HashName hash) {
    return hex(getCertHash(hash));
  }

  /** SHA-1 in hexadecimal, upper case. */
  public String thumbprint() {
    return getCertHashString();
  }

  public String serialNumber() {
    return hex(certificate.getSerialNumber().toByteArray());
  }

  /** The lowest byte first. */
  public byte[] getSerialNumber() {
    byte[] bytes = certificate.getSerialNumber().toByteArray();
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  public String friendlyName() {
    return friendlyName;
  }

  public boolean archived() {
    return false;
  }

  public int version() {
    return certificate.getVersion();
  }

  /** In local time, which is UTC. */
  public DateTime notBefore() {
    return DateTime.local(certificate.getNotBefore().toInstant());
  }

  public DateTime notAfter() {
    return DateTime.local(certificate.getNotAfter().toInstant());
  }

  public String getEffectiveDateString() {
    return notBefore().toString();
  }

  public String getExpirationDateString() {
    return notAfter().toString();
  }

  public ClrOid signatureAlgorithm() {
    return new ClrOid(certificate.getSigAlgOID());
  }

  public boolean hasPrivateKey() {
    return privateKey != null;
  }

  public @Nullable ClrRsa privateKey() {
    return rsaPrivateKey(this);
  }

  public CertificateKey publicKey() {
    return new CertificateKey(rsaPublicKey(this), new ClrOid(getKeyAlgorithm()));
  }

  public String getKeyAlgorithm() {
    return switch (certificate.getPublicKey().getAlgorithm()) {
      case "RSA" -> "1.2.840.113549.1.1.1";
      case "EC" -> "1.2.840.10045.2.1";
      default -> certificate.getPublicKey().getAlgorithm();
    };
  }

  public byte[] getPublicKey() {
    return certificate.getPublicKey() instanceof RSAPublicKey key
        ? Der.sequence(key.getModulus(), key.getPublicExponent())
        : certificate.getPublicKey().getEncoded();
  }

  public String getPublicKeyString() {
    return hex(getPublicKey());
  }

  public String getFormat() {
    return "X509";
  }

  /** Null for what is no RSA key. */
  public static @Nullable ClrRsa rsaPublicKey(@Nullable ClrCertificate self) {
    if (self == null) {
      throw Failures.argumentNull("certificate");
    }
    return self.certificate.getPublicKey() instanceof RSAPublicKey key
        ? ClrRsa.of(key, null)
        : null;
  }

  /** Null without one. */
  public static @Nullable ClrRsa rsaPrivateKey(@Nullable ClrCertificate self) {
    if (self == null) {
      throw Failures.argumentNull("certificate");
    }
    return self.certificate.getPublicKey() instanceof RSAPublicKey key
            && self.privateKey instanceof RSAPrivateKey secret
        ? ClrRsa.of(key, secret)
        : null;
  }

  /** The type is an X509NameType. */
  public String getNameInfo(int type, boolean forIssuer) {
    DistinguishedName name = forIssuer ? issuerName() : subjectName();
    String found =
        switch (type) {
          case 0 -> name.first("CN", "OU", "O", "E");
          case 1 -> alternative(1, forIssuer, name.first("E"));
          case 3, 4 -> alternative(2, forIssuer, name.first("CN"));
          case 5 -> alternative(6, forIssuer, null);
          case 2 -> "";
          default -> throw Failures.argument("Value was invalid.", null);
        };
    return found == null ? "" : found;
  }

  private @Nullable String alternative(int kind, boolean forIssuer, @Nullable String otherwise) {
    try {
      Collection<List<?>> names =
          forIssuer
              ? certificate.getIssuerAlternativeNames()
              : certificate.getSubjectAlternativeNames();
      if (names != null) {
        for (List<?> name : names) {
          if (Integer.valueOf(kind).equals(name.get(0))) {
            return String.valueOf(name.get(1));
          }
        }
      }
      return otherwise;
    } catch (CertificateParsingException e) {
      return otherwise;
    }
  }

  public String exportCertificatePem() {
    return ClrRsa.pem("CERTIFICATE", rawData());
  }

  public static int getCertContentType(byte @Nullable [] data) {
    if (data == null || data.length == 0) {
      throw Failures.argument("Array may not be empty or null.", "rawData");
    }
    return CertificateFiles.contentType(data);
  }

  /** Does it chain, now, to a root that the JDK trusts? Revocation is not looked up. */
  public boolean chainsToTrustedRoot() {
    Fence.steps(READING_STEPS);
    try {
      return CertificateFiles.chains(certificate);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  public void reset() {
    // Holds nothing that could be given back.
  }

  public void dispose() {
    // Holds nothing that could be given back.
  }

  /** By issuer and serial number. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClrCertificate that
        && that.certificate.getSerialNumber().equals(certificate.getSerialNumber())
        && that.certificate.getIssuerX500Principal().equals(certificate.getIssuerX500Principal());
  }

  @Override
  public int hashCode() {
    return certificate.getSerialNumber().hashCode();
  }

  @Override
  public String toString() {
    return "[Subject]\n  "
        + subject()
        + "\n\n[Issuer]\n  "
        + issuer()
        + "\n\n[Serial Number]\n  "
        + serialNumber()
        + "\n\n[Not Before]\n  "
        + notBefore()
        + "\n\n[Not After]\n  "
        + notAfter()
        + "\n\n[Thumbprint]\n  "
        + thumbprint()
        + "\n";
  }
}
