package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A type that counts as another one. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class ContentTypeMapping extends PolicyPart {
  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String from;

  @XmlAttribute
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String when;

  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String to;

  public @Nullable String from() {
    return from;
  }

  public ContentTypeMapping setFrom(@Nullable String value) {
    from = value;
    return this;
  }

  public @Nullable String when() {
    return when;
  }

  public ContentTypeMapping setWhen(@Nullable String value) {
    when = value;
    return this;
  }

  public @Nullable String to() {
    return to;
  }

  public ContentTypeMapping setTo(@Nullable String value) {
    to = value;
    return this;
  }
}
