package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Properties of a message. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class MessageProperties extends PolicyPart {
  @XmlElement(name = "message-property")
  private List<MessageProperty> messageProperties = new ArrayList<>();

  /** The {@code <message-property>} elements in order, to be changed in place. */
  public List<MessageProperty> messageProperties() {
    return messageProperties;
  }
}
