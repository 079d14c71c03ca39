package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Replaces what follows the base URL of the backend. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "rewrite-uri")
@XmlAccessorType(XmlAccessType.FIELD)
public final class RewriteUri extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String template;

  @XmlAttribute(name = "copy-unmatched-params")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String copyUnmatchedParams;

  /** Empty, for JAXB. */
  public RewriteUri() {}

  public RewriteUri(String template) {
    this.template = template;
  }

  /** What follows the base URL of the backend: path and query. */
  public @Nullable String template() {
    return template;
  }

  public RewriteUri setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  /**
   * Whether query parameters that the operation does not name are kept. The page says {@code true}
   * by default, the schema {@code false}; the page is followed.
   */
  public @Nullable String copyUnmatchedParams() {
    return copyUnmatchedParams;
  }

  public RewriteUri setCopyUnmatchedParams(@Nullable String value) {
    copyUnmatchedParams = value;
    return this;
  }
}
