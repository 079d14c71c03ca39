package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Keys of {@link ValidateAzureAdToken} for encrypted tokens. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CertificateKeys extends PolicyPart {
  @XmlElement(name = "key")
  private List<CertificateKey> keys = new ArrayList<>();

  /** The {@code <key>} elements in order, to be changed in place. */
  public List<CertificateKey> keys() {
    return keys;
  }
}
