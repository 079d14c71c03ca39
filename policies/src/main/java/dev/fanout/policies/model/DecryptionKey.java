package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A key for encrypted tokens: its text, or a certificate. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class DecryptionKey extends PolicyPart {
  @XmlAttribute(name = "id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  @XmlAttribute(name = "certificate-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String certificateId;

  @XmlValue @Literal private String text = "";

  public @Nullable String elementId() {
    return elementId;
  }

  public DecryptionKey setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String certificateId() {
    return certificateId;
  }

  public DecryptionKey setCertificateId(@Nullable String value) {
    certificateId = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public DecryptionKey setText(String value) {
    text = value;
    return this;
  }
}
