package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A text that may be a Liquid template. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class TemplateText extends PolicyPart {
  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"liquid"},
      expressions = Expressions.UNSTATED)
  private @Nullable String template;

  @XmlValue @Literal private String text = "";

  public @Nullable String template() {
    return template;
  }

  public TemplateText setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public TemplateText setText(String value) {
    text = value;
    return this;
  }
}
