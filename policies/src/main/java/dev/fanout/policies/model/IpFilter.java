package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Allows or forbids callers by address. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "ip-filter")
@XmlAccessorType(XmlAccessType.FIELD)
public final class IpFilter extends Policy {
  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"allow", "forbid"})
  private @Nullable String action;

  @XmlElement(name = "address")
  private List<Value> addresses = new ArrayList<>();

  @XmlElement(name = "address-range")
  private List<AddressRange> addressRanges = new ArrayList<>();

  public @Nullable String action() {
    return action;
  }

  public IpFilter setAction(@Nullable String value) {
    action = value;
    return this;
  }

  /** The {@code <address>} elements in order, to be changed in place. */
  public List<Value> addresses() {
    return addresses;
  }

  /** The {@code <address-range>} elements in order, to be changed in place. */
  public List<AddressRange> addressRanges() {
    return addressRanges;
  }
}
