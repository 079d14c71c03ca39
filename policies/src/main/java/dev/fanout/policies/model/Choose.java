package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the first branch whose condition holds. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "choose")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Choose extends Policy {
  @XmlElement(name = "when", required = true)
  private List<When> whens = new ArrayList<>();

  @XmlElement private @Nullable Otherwise otherwise;

  /** The {@code <when>} elements in order, to be changed in place. */
  public List<When> whens() {
    return whens;
  }

  public Choose add(When... more) {
    whens.addAll(List.of(more));
    return this;
  }

  public @Nullable Otherwise otherwise() {
    return otherwise;
  }

  public Choose setOtherwise(@Nullable Otherwise value) {
    otherwise = value;
    return this;
  }
}
