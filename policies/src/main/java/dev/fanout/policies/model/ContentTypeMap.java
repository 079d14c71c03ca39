package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which type counts as which. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class ContentTypeMap extends PolicyPart {
  @XmlAttribute(name = "any-content-type-value")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String anyContentTypeValue;

  @XmlAttribute(name = "missing-content-type-value")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String missingContentTypeValue;

  @XmlElement(name = "type")
  private List<ContentTypeMapping> types = new ArrayList<>();

  public @Nullable String anyContentTypeValue() {
    return anyContentTypeValue;
  }

  public ContentTypeMap setAnyContentTypeValue(@Nullable String value) {
    anyContentTypeValue = value;
    return this;
  }

  public @Nullable String missingContentTypeValue() {
    return missingContentTypeValue;
  }

  public ContentTypeMap setMissingContentTypeValue(@Nullable String value) {
    missingContentTypeValue = value;
    return this;
  }

  /** The {@code <type>} elements in order, to be changed in place. */
  public List<ContentTypeMapping> types() {
    return types;
  }
}
