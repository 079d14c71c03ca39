package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the status code of the response. */
@Placement(
    sections = {SectionName.OUTBOUND, SectionName.ON_ERROR},
    occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "validate-status-code")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateStatusCode extends Policy {
  @XmlAttribute(name = "unspecified-status-code-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String unspecifiedStatusCodeAction;

  @XmlAttribute(name = "errors-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String errorsVariableName;

  @XmlElement(name = "status-code")
  private List<StatusCodeAction> statusCodes = new ArrayList<>();

  public @Nullable String unspecifiedStatusCodeAction() {
    return unspecifiedStatusCodeAction;
  }

  public ValidateStatusCode setUnspecifiedStatusCodeAction(@Nullable String value) {
    unspecifiedStatusCodeAction = value;
    return this;
  }

  public @Nullable String errorsVariableName() {
    return errorsVariableName;
  }

  public ValidateStatusCode setErrorsVariableName(@Nullable String value) {
    errorsVariableName = value;
    return this;
  }

  /** The {@code <status-code>} elements in order, to be changed in place. */
  public List<StatusCodeAction> statusCodes() {
    return statusCodes;
  }
}
