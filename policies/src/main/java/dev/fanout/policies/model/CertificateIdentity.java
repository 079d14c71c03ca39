package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** What a certificate must say. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CertificateIdentity extends PolicyPart {
  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String thumbprint;

  @XmlAttribute(name = "serial-number")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String serialNumber;

  @XmlAttribute(name = "common-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String commonName;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String subject;

  @XmlAttribute(name = "dns-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String dnsName;

  @XmlAttribute(name = "issuer-subject")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String issuerSubject;

  @XmlAttribute(name = "issuer-thumbprint")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String issuerThumbprint;

  @XmlAttribute(name = "issuer-certificate-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String issuerCertificateId;

  public @Nullable String thumbprint() {
    return thumbprint;
  }

  public CertificateIdentity setThumbprint(@Nullable String value) {
    thumbprint = value;
    return this;
  }

  public @Nullable String serialNumber() {
    return serialNumber;
  }

  public CertificateIdentity setSerialNumber(@Nullable String value) {
    serialNumber = value;
    return this;
  }

  public @Nullable String commonName() {
    return commonName;
  }

  public CertificateIdentity setCommonName(@Nullable String value) {
    commonName = value;
    return this;
  }

  public @Nullable String subject() {
    return subject;
  }

  public CertificateIdentity setSubject(@Nullable String value) {
    subject = value;
    return this;
  }

  public @Nullable String dnsName() {
    return dnsName;
  }

  public CertificateIdentity setDnsName(@Nullable String value) {
    dnsName = value;
    return this;
  }

  public @Nullable String issuerSubject() {
    return issuerSubject;
  }

  public CertificateIdentity setIssuerSubject(@Nullable String value) {
    issuerSubject = value;
    return this;
  }

  public @Nullable String issuerThumbprint() {
    return issuerThumbprint;
  }

  public CertificateIdentity setIssuerThumbprint(@Nullable String value) {
    issuerThumbprint = value;
    return this;
  }

  public @Nullable String issuerCertificateId() {
    return issuerCertificateId;
  }

  public CertificateIdentity setIssuerCertificateId(@Nullable String value) {
    issuerCertificateId = value;
    return this;
  }
}
