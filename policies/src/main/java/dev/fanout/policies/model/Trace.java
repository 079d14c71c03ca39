package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a message to traces and telemetry. The page lists no on-error, the error-handling page does.
 */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "trace")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Trace extends Policy {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String source;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"verbose", "information", "error"},
      expressions = Expressions.FORBIDDEN,
      byDefault = "verbose")
  private @Nullable String severity;

  @XmlElement private @Nullable Value message;

  @XmlElement(name = "metadata")
  private List<TraceMetadata> metadata = new ArrayList<>();

  public @Nullable String source() {
    return source;
  }

  public Trace setSource(@Nullable String value) {
    source = value;
    return this;
  }

  public @Nullable String severity() {
    return severity;
  }

  public Trace setSeverity(@Nullable String value) {
    severity = value;
    return this;
  }

  public @Nullable Value message() {
    return message;
  }

  public Trace setMessage(@Nullable Value value) {
    message = value;
    return this;
  }

  /** The {@code <metadata>} elements in order, to be changed in place. */
  public List<TraceMetadata> metadata() {
    return metadata;
  }
}
