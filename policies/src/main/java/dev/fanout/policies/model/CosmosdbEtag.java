package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A condition on the version of an item. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbEtag extends PolicyPart {
  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"match", "no-match"},
      expressions = Expressions.UNSTATED)
  private @Nullable String type;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"liquid"},
      expressions = Expressions.UNSTATED)
  private @Nullable String template;

  @XmlValue @Literal private String text = "";

  public @Nullable String type() {
    return type;
  }

  public CosmosdbEtag setType(@Nullable String value) {
    type = value;
    return this;
  }

  public @Nullable String template() {
    return template;
  }

  public CosmosdbEtag setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public CosmosdbEtag setText(String value) {
    text = value;
    return this;
  }
}
