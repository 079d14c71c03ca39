package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A policy document of a scope. */
@XmlRootElement(name = "policies")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Policies extends PolicyPart implements PolicyRoot {
  @XmlElement private @Nullable Section inbound;

  @XmlElement private @Nullable Section backend;

  @XmlElement private @Nullable Section outbound;

  @XmlElement(name = "on-error")
  private @Nullable Section onError;

  /** Empty if the document has no such element. */
  public Optional<Section> section(SectionName name) {
    return Optional.ofNullable(
        switch (name) {
          case INBOUND -> inbound;
          case BACKEND -> backend;
          case OUTBOUND -> outbound;
          case ON_ERROR -> onError;
        });
  }

  public Policies setSection(SectionName name, @Nullable Section section) {
    switch (name) {
      case INBOUND -> inbound = section;
      case BACKEND -> backend = section;
      case OUTBOUND -> outbound = section;
      case ON_ERROR -> onError = section;
    }
    return this;
  }

  /** The section, made if it is missing. */
  public Section inbound() {
    return made(SectionName.INBOUND);
  }

  /** The section, made if it is missing. */
  public Section backend() {
    return made(SectionName.BACKEND);
  }

  /** The section, made if it is missing. */
  public Section outbound() {
    return made(SectionName.OUTBOUND);
  }

  /** The section, made if it is missing. */
  public Section onError() {
    return made(SectionName.ON_ERROR);
  }

  private Section made(SectionName name) {
    return section(name)
        .orElseGet(
            () -> {
              Section section = new Section();
              setSection(name, section);
              return section;
            });
  }
}
