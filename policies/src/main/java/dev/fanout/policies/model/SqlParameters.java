package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Parameters of a statement of {@link SqlDataSource}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SqlParameters extends PolicyPart {
  @XmlElement(name = "parameter", required = true)
  private List<SqlParameter> parameters = new ArrayList<>();

  /** The {@code <parameter>} elements in order, to be changed in place. */
  public List<SqlParameter> parameters() {
    return parameters;
  }
}
