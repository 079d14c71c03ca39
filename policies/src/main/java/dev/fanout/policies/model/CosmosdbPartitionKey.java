package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** The key of the partition that is asked. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbPartitionKey extends PolicyPart {
  @XmlAttribute(name = "data-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"string", "number", "bool", "none", "null"},
      expressions = Expressions.UNSTATED)
  private @Nullable String dataType;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"liquid"},
      expressions = Expressions.UNSTATED)
  private @Nullable String template;

  @XmlValue @Literal private String text = "";

  public @Nullable String dataType() {
    return dataType;
  }

  public CosmosdbPartitionKey setDataType(@Nullable String value) {
    dataType = value;
    return this;
  }

  public @Nullable String template() {
    return template;
  }

  public CosmosdbPartitionKey setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public CosmosdbPartitionKey setText(String value) {
    text = value;
    return this;
  }
}
