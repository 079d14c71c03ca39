package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Certificates that are accepted. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CertificateIdentities extends PolicyPart {
  @XmlElement(name = "identity")
  private List<CertificateIdentity> identities = new ArrayList<>();

  /** The {@code <identity>} elements in order, to be changed in place. */
  public List<CertificateIdentity> identities() {
    return identities;
  }
}
