package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link SqlDataSource} sends. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SqlRequest extends PolicyPart implements PolicyContainer {
  @XmlAttribute(name = "single-result")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String singleResult;

  @XmlAnyElement(lax = true)
  @Holds({IncludeFragment.class, SetBody.class})
  private List<Policy> policies = new ArrayList<>();

  @XmlElement(name = "sql-statement", required = true)
  private @Nullable Value sqlStatement;

  @XmlElement private @Nullable SqlParameters parameters;

  public @Nullable String singleResult() {
    return singleResult;
  }

  public SqlRequest setSingleResult(@Nullable String value) {
    singleResult = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public SqlRequest add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }

  public @Nullable Value sqlStatement() {
    return sqlStatement;
  }

  public SqlRequest setSqlStatement(@Nullable Value value) {
    sqlStatement = value;
    return this;
  }

  public @Nullable SqlParameters parameters() {
    return parameters;
  }

  public SqlRequest setParameters(@Nullable SqlParameters value) {
    parameters = value;
    return this;
  }
}
