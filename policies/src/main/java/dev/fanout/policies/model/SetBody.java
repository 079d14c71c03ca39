package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** Sets the body of the request or response. */
@Placement(sections = {SectionName.INBOUND, SectionName.BACKEND, SectionName.OUTBOUND})
@XmlRootElement(name = "set-body")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetBody extends Policy {
  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"none", "liquid"},
      expressions = Expressions.UNSTATED)
  private @Nullable String template;

  @XmlAttribute(name = "xsi-nil")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"blank", "null"},
      expressions = Expressions.FORBIDDEN,
      byDefault = "blank")
  private @Nullable String xsiNil;

  @XmlAttribute(name = "parse-date")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String parseDate;

  @XmlAttribute(name = "html-decode-expression")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String htmlDecodeExpression;

  @XmlValue @Literal private String text = "";

  /** Empty, for JAXB. */
  public SetBody() {}

  public SetBody(String text) {
    this.text = text;
  }

  public @Nullable String template() {
    return template;
  }

  public SetBody setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  public @Nullable String xsiNil() {
    return xsiNil;
  }

  public SetBody setXsiNil(@Nullable String value) {
    xsiNil = value;
    return this;
  }

  public @Nullable String parseDate() {
    return parseDate;
  }

  public SetBody setParseDate(@Nullable String value) {
    parseDate = value;
    return this;
  }

  /** On no documentation page; from the schema of the VS Code extension. */
  public @Nullable String htmlDecodeExpression() {
    return htmlDecodeExpression;
  }

  public SetBody setHtmlDecodeExpression(@Nullable String value) {
    htmlDecodeExpression = value;
    return this;
  }

  /**
   * The body: a literal, an expression or a template. Where the document has elements here, their
   * XML as written.
   */
  public String text() {
    return text;
  }

  public SetBody setText(String value) {
    text = value;
    return this;
  }
}
