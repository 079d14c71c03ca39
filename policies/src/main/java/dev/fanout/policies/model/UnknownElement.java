package dev.fanout.policies.model;

import dev.fanout.policies.syntax.ElementNode;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;

/**
 * Keeps the place of an element that is no known policy. Only read, never built; written as the
 * document had it.
 */
@XmlRootElement(name = UnknownElement.STAND_IN, namespace = UnknownElement.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public final class UnknownElement extends Policy {
  static final String NAMESPACE = "urn:dev.fanout:unknown";
  static final String STAND_IN = "element";

  UnknownElement() {}

  public ElementNode element() {
    return node().orElseThrow();
  }

  @Override
  public String elementName() {
    return element().name();
  }
}
