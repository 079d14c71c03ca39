package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Checks a GraphQL request. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.WORKSPACE, Scope.PRODUCT, Scope.API},
    occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "validate-graphql-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateGraphqlRequest extends Policy {
  @XmlAttribute(name = "error-variable-name")
  @Literal
  private @Nullable String errorVariableName;

  @XmlAttribute(name = "max-size")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String maxSize;

  @XmlAttribute(name = "max-depth")
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "6")
  private @Nullable String maxDepth;

  @XmlAttribute(name = "max-total-depth")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String maxTotalDepth;

  @XmlAttribute(name = "max-complexity")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String maxComplexity;

  @XmlElement private @Nullable GraphqlRules authorize;

  public @Nullable String errorVariableName() {
    return errorVariableName;
  }

  public ValidateGraphqlRequest setErrorVariableName(@Nullable String value) {
    errorVariableName = value;
    return this;
  }

  public @Nullable String maxSize() {
    return maxSize;
  }

  public ValidateGraphqlRequest setMaxSize(@Nullable String value) {
    maxSize = value;
    return this;
  }

  public @Nullable String maxDepth() {
    return maxDepth;
  }

  public ValidateGraphqlRequest setMaxDepth(@Nullable String value) {
    maxDepth = value;
    return this;
  }

  public @Nullable String maxTotalDepth() {
    return maxTotalDepth;
  }

  public ValidateGraphqlRequest setMaxTotalDepth(@Nullable String value) {
    maxTotalDepth = value;
    return this;
  }

  public @Nullable String maxComplexity() {
    return maxComplexity;
  }

  public ValidateGraphqlRequest setMaxComplexity(@Nullable String value) {
    maxComplexity = value;
    return this;
  }

  public @Nullable GraphqlRules authorize() {
    return authorize;
  }

  public ValidateGraphqlRequest setAuthorize(@Nullable GraphqlRules value) {
    authorize = value;
    return this;
  }
}
