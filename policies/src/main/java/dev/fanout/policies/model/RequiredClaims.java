package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Claims that a token must have. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RequiredClaims extends PolicyPart {
  @XmlElement(name = "claim")
  private List<Claim> claims = new ArrayList<>();

  /** The {@code <claim>} elements in order, to be changed in place. */
  public List<Claim> claims() {
    return claims;
  }
}
