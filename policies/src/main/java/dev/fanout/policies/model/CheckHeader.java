package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requires a header, or one of some values of it. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION})
@XmlRootElement(name = "check-header")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CheckHeader extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String name;

  @XmlAttribute(name = "failed-check-httpcode", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 100, max = 999)
  private @Nullable String failedCheckHttpcode;

  @XmlAttribute(name = "failed-check-error-message")
  @Literal
  private @Nullable String failedCheckErrorMessage;

  @XmlAttribute(name = "ignore-case")
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String ignoreCase;

  @XmlElement(name = "value")
  private List<Value> values = new ArrayList<>();

  public @Nullable String name() {
    return name;
  }

  public CheckHeader setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String failedCheckHttpcode() {
    return failedCheckHttpcode;
  }

  public CheckHeader setFailedCheckHttpcode(@Nullable String value) {
    failedCheckHttpcode = value;
    return this;
  }

  public @Nullable String failedCheckErrorMessage() {
    return failedCheckErrorMessage;
  }

  public CheckHeader setFailedCheckErrorMessage(@Nullable String value) {
    failedCheckErrorMessage = value;
    return this;
  }

  public @Nullable String ignoreCase() {
    return ignoreCase;
  }

  public CheckHeader setIgnoreCase(@Nullable String value) {
    ignoreCase = value;
    return this;
  }

  /** The {@code <value>} elements in order, to be changed in place. */
  public List<Value> values() {
    return values;
  }
}
