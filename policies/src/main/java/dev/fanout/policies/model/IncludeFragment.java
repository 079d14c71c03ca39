package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** The policies of a fragment stand here. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "include-fragment")
@XmlAccessorType(XmlAccessType.FIELD)
public final class IncludeFragment extends Policy {
  @XmlAttribute(name = "fragment-id", required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String fragmentId;

  /** Empty, for JAXB. */
  public IncludeFragment() {}

  public IncludeFragment(String fragmentId) {
    this.fragmentId = fragmentId;
  }

  public @Nullable String fragmentId() {
    return fragmentId;
  }

  public IncludeFragment setFragmentId(@Nullable String value) {
    fragmentId = value;
    return this;
  }
}
