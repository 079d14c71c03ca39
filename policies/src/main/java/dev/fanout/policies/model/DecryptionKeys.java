package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Keys of {@link ValidateJwt} for encrypted tokens. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class DecryptionKeys extends PolicyPart {
  @XmlElement(name = "key")
  private List<DecryptionKey> keys = new ArrayList<>();

  /** The {@code <key>} elements in order, to be changed in place. */
  public List<DecryptionKey> keys() {
    return keys;
  }
}
