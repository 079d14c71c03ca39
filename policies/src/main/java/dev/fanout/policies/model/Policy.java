package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlTransient;
import org.jspecify.annotations.Nullable;

/** A step of a section, fragment or branch. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlTransient
public abstract class Policy extends PolicyPart {
  @XmlAttribute private @Nullable String id;

  @XmlTransient private @Nullable String comment;

  Policy() {}

  /** What {@code context.LastError.PolicyId} says when this policy fails. */
  public final @Nullable String id() {
    return id;
  }

  public final Policy setId(@Nullable String value) {
    id = value;
    return this;
  }

  /** A comment to write in front of the policy. Never read: comments stay in the tree. */
  public final @Nullable String comment() {
    return comment;
  }

  public final Policy setComment(@Nullable String value) {
    comment = value;
    return this;
  }

  /** The element's name: {@code set-header}. */
  public String elementName() {
    return PolicyCatalog.nameOf(getClass());
  }
}
