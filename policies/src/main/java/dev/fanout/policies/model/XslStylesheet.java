package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The stylesheet of {@link XslTransform}: markup of another language, kept as it is written. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class XslStylesheet extends PolicyPart {
  @XmlValue
  @Literal(expressions = Expressions.UNSTATED)
  private String markup = "";

  /**
   * Never filled. Without it JAXB takes the class for a simple type, and tells no listener of it.
   */
  @XmlAnyAttribute private @Nullable Map<QName, String> others;

  /** Empty, for JAXB. */
  public XslStylesheet() {}

  public XslStylesheet(String markup) {
    this.markup = markup;
  }

  /** The whole element, its tags included. */
  public String markup() {
    return markup;
  }

  public XslStylesheet setMarkup(String value) {
    markup = value;
    return this;
  }
}
