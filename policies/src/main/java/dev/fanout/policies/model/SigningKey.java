package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A key: its text, a certificate, or an RSA modulus and exponent. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SigningKey extends PolicyPart {
  @XmlAttribute(name = "id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  @XmlAttribute(name = "certificate-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String certificateId;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String n;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String e;

  @XmlValue @Literal private String text = "";

  public @Nullable String elementId() {
    return elementId;
  }

  public SigningKey setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String certificateId() {
    return certificateId;
  }

  public SigningKey setCertificateId(@Nullable String value) {
    certificateId = value;
    return this;
  }

  public @Nullable String n() {
    return n;
  }

  public SigningKey setN(@Nullable String value) {
    n = value;
    return this;
  }

  public @Nullable String e() {
    return e;
  }

  public SigningKey setE(@Nullable String value) {
    e = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public SigningKey setText(String value) {
    text = value;
    return this;
  }
}
