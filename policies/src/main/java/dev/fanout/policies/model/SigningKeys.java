package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Keys of {@link ValidateJwt}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SigningKeys extends PolicyPart {
  @XmlElement(name = "key")
  private List<SigningKey> keys = new ArrayList<>();

  @XmlElement(name = "zumo-master-key")
  private List<ZumoKey> zumoMasterKeys = new ArrayList<>();

  /** The {@code <key>} elements in order, to be changed in place. */
  public List<SigningKey> keys() {
    return keys;
  }

  /** The {@code <zumo-master-key>} elements in order, to be changed in place. */
  public List<ZumoKey> zumoMasterKeys() {
    return zumoMasterKeys;
  }
}
