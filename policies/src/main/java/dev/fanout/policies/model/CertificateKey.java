package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A certificate with the key for encrypted tokens. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CertificateKey extends PolicyPart {
  @XmlAttribute(name = "id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  @XmlAttribute(name = "certificate-id", required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String certificateId;

  /** From the schema, on no documentation page. */
  public @Nullable String elementId() {
    return elementId;
  }

  public CertificateKey setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String certificateId() {
    return certificateId;
  }

  public CertificateKey setCertificateId(@Nullable String value) {
    certificateId = value;
    return this;
  }
}
