package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Requires a client certificate. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "validate-client-certificate")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateClientCertificate extends Policy {
  @XmlAttribute(name = "validate-revocation")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String validateRevocation;

  @XmlAttribute(name = "validate-trust")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String validateTrust;

  @XmlAttribute(name = "validate-not-before")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String validateNotBefore;

  @XmlAttribute(name = "validate-not-after")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String validateNotAfter;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "false")
  private @Nullable String ignoreError;

  @XmlElement private @Nullable CertificateIdentities identities;

  public @Nullable String validateRevocation() {
    return validateRevocation;
  }

  public ValidateClientCertificate setValidateRevocation(@Nullable String value) {
    validateRevocation = value;
    return this;
  }

  public @Nullable String validateTrust() {
    return validateTrust;
  }

  public ValidateClientCertificate setValidateTrust(@Nullable String value) {
    validateTrust = value;
    return this;
  }

  public @Nullable String validateNotBefore() {
    return validateNotBefore;
  }

  public ValidateClientCertificate setValidateNotBefore(@Nullable String value) {
    validateNotBefore = value;
    return this;
  }

  public @Nullable String validateNotAfter() {
    return validateNotAfter;
  }

  public ValidateClientCertificate setValidateNotAfter(@Nullable String value) {
    validateNotAfter = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public ValidateClientCertificate setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }

  public @Nullable CertificateIdentities identities() {
    return identities;
  }

  public ValidateClientCertificate setIdentities(@Nullable CertificateIdentities value) {
    identities = value;
    return this;
  }
}
