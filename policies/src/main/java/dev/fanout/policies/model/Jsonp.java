package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Wraps a JSON body into a callback. */
@Placement(sections = SectionName.OUTBOUND, occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "jsonp")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Jsonp extends Policy {
  @XmlAttribute(name = "callback-parameter-name", required = true)
  @Literal
  private @Nullable String callbackParameterName;

  public @Nullable String callbackParameterName() {
    return callbackParameterName;
  }

  public Jsonp setCallbackParameterName(@Nullable String value) {
    callbackParameterName = value;
    return this;
  }
}
