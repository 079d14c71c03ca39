package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies without sections, put in the place of {@code <include-fragment>}. */
@XmlRootElement(name = "fragment")
@XmlAccessorType(XmlAccessType.FIELD)
public final class PolicyFragment extends PolicyPart implements PolicyRoot, PolicyContainer {
  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  @XmlTransient private @Nullable String comment;

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public PolicyFragment add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }

  /** A comment to write in front of the first policy. Never read: comments stay in the tree. */
  public @Nullable String comment() {
    return comment;
  }

  public PolicyFragment setComment(@Nullable String value) {
    comment = value;
    return this;
  }
}
