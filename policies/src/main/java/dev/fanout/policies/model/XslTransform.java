package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transforms an XML body by a stylesheet. */
@Placement(
    sections = {SectionName.INBOUND, SectionName.OUTBOUND},
    occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "xsl-transform")
@XmlAccessorType(XmlAccessType.FIELD)
public final class XslTransform extends Policy {
  @XmlElement(name = "parameter")
  private List<XslParameter> parameters = new ArrayList<>();

  @XmlElement(name = "xsl:stylesheet", required = true)
  private @Nullable XslStylesheet stylesheet;

  /** The {@code <parameter>} elements in order, to be changed in place. */
  public List<XslParameter> parameters() {
    return parameters;
  }

  public @Nullable XslStylesheet stylesheet() {
    return stylesheet;
  }

  public XslTransform setStylesheet(@Nullable XslStylesheet value) {
    stylesheet = value;
    return this;
  }
}
