package dev.fanout.policies.model;

import dev.fanout.policies.syntax.ElementNode;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlTransient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any bean of a policy document. Not thread-safe while it is changed. */
@XmlTransient
@XmlAccessorType(XmlAccessType.FIELD)
public abstract class PolicyPart {
  @XmlTransient private @Nullable ElementNode node;

  PolicyPart() {}

  /** The element that this was read from; empty for a new one. */
  public final Optional<ElementNode> node() {
    return Optional.ofNullable(node);
  }

  final void readFrom(ElementNode element) {
    node = element;
  }
}
