package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the pipeline with a response of its own. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    terminates = true)
@XmlRootElement(name = "return-response")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ReturnResponse extends Policy implements PolicyContainer {
  @XmlAttribute(name = "response-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String responseVariableName;

  @XmlAnyElement(lax = true)
  @Holds({SetStatus.class, SetHeader.class, SetBody.class})
  private List<Policy> policies = new ArrayList<>();

  /** Names the variable with the response that the policies inside change. */
  public @Nullable String responseVariableName() {
    return responseVariableName;
  }

  public ReturnResponse setResponseVariableName(@Nullable String value) {
    responseVariableName = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public ReturnResponse add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
