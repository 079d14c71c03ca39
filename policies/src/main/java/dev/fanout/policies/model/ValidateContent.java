package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks size and schema of the body. */
@Placement(sections = {SectionName.INBOUND, SectionName.OUTBOUND, SectionName.ON_ERROR})
@XmlRootElement(name = "validate-content")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateContent extends Policy {
  @XmlAttribute(name = "unspecified-content-type-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String unspecifiedContentTypeAction;

  @XmlAttribute(name = "max-size", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String maxSize;

  @XmlAttribute(name = "size-exceeded-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String sizeExceededAction;

  @XmlAttribute(name = "errors-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String errorsVariableName;

  @XmlElement(name = "content-type-map")
  private @Nullable ContentTypeMap contentTypeMap;

  @XmlElement(name = "content")
  private List<ContentRule> contents = new ArrayList<>();

  public @Nullable String unspecifiedContentTypeAction() {
    return unspecifiedContentTypeAction;
  }

  public ValidateContent setUnspecifiedContentTypeAction(@Nullable String value) {
    unspecifiedContentTypeAction = value;
    return this;
  }

  /** In bytes. */
  public @Nullable String maxSize() {
    return maxSize;
  }

  public ValidateContent setMaxSize(@Nullable String value) {
    maxSize = value;
    return this;
  }

  public @Nullable String sizeExceededAction() {
    return sizeExceededAction;
  }

  public ValidateContent setSizeExceededAction(@Nullable String value) {
    sizeExceededAction = value;
    return this;
  }

  public @Nullable String errorsVariableName() {
    return errorsVariableName;
  }

  public ValidateContent setErrorsVariableName(@Nullable String value) {
    errorsVariableName = value;
    return this;
  }

  public @Nullable ContentTypeMap contentTypeMap() {
    return contentTypeMap;
  }

  public ValidateContent setContentTypeMap(@Nullable ContentTypeMap value) {
    contentTypeMap = value;
    return this;
  }

  /** The {@code <content>} elements in order, to be changed in place. */
  public List<ContentRule> contents() {
    return contents;
  }
}
