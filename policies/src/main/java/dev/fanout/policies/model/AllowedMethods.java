package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods of {@link Cors}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class AllowedMethods extends PolicyPart {
  @XmlAttribute(name = "preflight-result-max-age")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String preflightResultMaxAge;

  @XmlElement(name = "method")
  private List<Value> methods = new ArrayList<>();

  public @Nullable String preflightResultMaxAge() {
    return preflightResultMaxAge;
  }

  public AllowedMethods setPreflightResultMaxAge(@Nullable String value) {
    preflightResultMaxAge = value;
    return this;
  }

  /** The {@code <method>} elements in order, to be changed in place. */
  public List<Value> methods() {
    return methods;
  }
}
