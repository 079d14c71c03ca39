package dev.fanout.policies.model;

import java.util.Optional;

/** The sections of a policy document, in the order in which they run. */
public enum SectionName {
  INBOUND("inbound"),
  BACKEND("backend"),
  OUTBOUND("outbound"),
  ON_ERROR("on-error");

  private final String elementName;

  SectionName(String elementName) {
    this.elementName = elementName;
  }

  public String elementName() {
    return elementName;
  }

  public static Optional<SectionName> of(String elementName) {
    for (SectionName name : values()) {
      if (name.elementName.equals(elementName)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
