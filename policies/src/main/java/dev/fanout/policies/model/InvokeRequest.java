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
 * Starts the request again at another address of the gateway; in the schema, on no documentation
 * page.
 */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    documented = false)
@XmlRootElement(name = "invoke-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class InvokeRequest extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String url;

  @XmlElement(name = "value")
  private List<Value> values = new ArrayList<>();

  public @Nullable String url() {
    return url;
  }

  public InvokeRequest setUrl(@Nullable String value) {
    url = value;
    return this;
  }

  /** The {@code <value>} elements in order, to be changed in place. */
  public List<Value> values() {
    return values;
  }
}
