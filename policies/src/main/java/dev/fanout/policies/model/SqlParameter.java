package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A parameter with its value as text. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SqlParameter extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(name = "sql-type")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String sqlType;

  @XmlValue @Literal private String text = "";

  public @Nullable String name() {
    return name;
  }

  public SqlParameter setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String sqlType() {
    return sqlType;
  }

  public SqlParameter setSqlType(@Nullable String value) {
    sqlType = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public SqlParameter setText(String value) {
    text = value;
    return this;
  }
}
