package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Requires a valid token of Microsoft Entra. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "validate-azure-ad-token")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateAzureAdToken extends Policy {
  @XmlAttribute(name = "tenant-id", required = true)
  @Literal
  private @Nullable String tenantId;

  @XmlAttribute(name = "header-name")
  @Literal(byDefault = "Authorization")
  private @Nullable String headerName;

  @XmlAttribute(name = "query-parameter-name")
  @Literal
  private @Nullable String queryParameterName;

  @XmlAttribute(name = "token-value")
  @Literal
  private @Nullable String tokenValue;

  @XmlAttribute(name = "authentication-endpoint")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String authenticationEndpoint;

  @XmlAttribute(name = "failed-validation-httpcode")
  @Literal(kind = ValueKind.INTEGER, min = 100, max = 999, byDefault = "401")
  private @Nullable String failedValidationHttpcode;

  @XmlAttribute(name = "failed-validation-error-message")
  @Literal
  private @Nullable String failedValidationErrorMessage;

  @XmlAttribute(name = "require-scheme")
  @Literal
  private @Nullable String requireScheme;

  @XmlAttribute(name = "output-token-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String outputTokenVariableName;

  @XmlAttribute(name = "allow-protected-forwarded-tokens")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String allowProtectedForwardedTokens;

  @XmlAttribute(name = "allow-proof-of-possession-tokens")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String allowProofOfPossessionTokens;

  @XmlElement(name = "backend-application-ids")
  private @Nullable ApplicationIds backendApplicationIds;

  @XmlElement(name = "client-application-ids")
  private @Nullable ApplicationIds clientApplicationIds;

  @XmlElement private @Nullable Audiences audiences;

  @XmlElement(name = "required-claims")
  private @Nullable RequiredClaims requiredClaims;

  @XmlElement(name = "decryption-keys")
  private @Nullable CertificateKeys decryptionKeys;

  public @Nullable String tenantId() {
    return tenantId;
  }

  public ValidateAzureAdToken setTenantId(@Nullable String value) {
    tenantId = value;
    return this;
  }

  public @Nullable String headerName() {
    return headerName;
  }

  public ValidateAzureAdToken setHeaderName(@Nullable String value) {
    headerName = value;
    return this;
  }

  public @Nullable String queryParameterName() {
    return queryParameterName;
  }

  public ValidateAzureAdToken setQueryParameterName(@Nullable String value) {
    queryParameterName = value;
    return this;
  }

  public @Nullable String tokenValue() {
    return tokenValue;
  }

  public ValidateAzureAdToken setTokenValue(@Nullable String value) {
    tokenValue = value;
    return this;
  }

  public @Nullable String authenticationEndpoint() {
    return authenticationEndpoint;
  }

  public ValidateAzureAdToken setAuthenticationEndpoint(@Nullable String value) {
    authenticationEndpoint = value;
    return this;
  }

  public @Nullable String failedValidationHttpcode() {
    return failedValidationHttpcode;
  }

  public ValidateAzureAdToken setFailedValidationHttpcode(@Nullable String value) {
    failedValidationHttpcode = value;
    return this;
  }

  public @Nullable String failedValidationErrorMessage() {
    return failedValidationErrorMessage;
  }

  public ValidateAzureAdToken setFailedValidationErrorMessage(@Nullable String value) {
    failedValidationErrorMessage = value;
    return this;
  }

  public @Nullable String requireScheme() {
    return requireScheme;
  }

  public ValidateAzureAdToken setRequireScheme(@Nullable String value) {
    requireScheme = value;
    return this;
  }

  public @Nullable String outputTokenVariableName() {
    return outputTokenVariableName;
  }

  public ValidateAzureAdToken setOutputTokenVariableName(@Nullable String value) {
    outputTokenVariableName = value;
    return this;
  }

  public @Nullable String allowProtectedForwardedTokens() {
    return allowProtectedForwardedTokens;
  }

  public ValidateAzureAdToken setAllowProtectedForwardedTokens(@Nullable String value) {
    allowProtectedForwardedTokens = value;
    return this;
  }

  public @Nullable String allowProofOfPossessionTokens() {
    return allowProofOfPossessionTokens;
  }

  public ValidateAzureAdToken setAllowProofOfPossessionTokens(@Nullable String value) {
    allowProofOfPossessionTokens = value;
    return this;
  }

  public @Nullable ApplicationIds backendApplicationIds() {
    return backendApplicationIds;
  }

  public ValidateAzureAdToken setBackendApplicationIds(@Nullable ApplicationIds value) {
    backendApplicationIds = value;
    return this;
  }

  public @Nullable ApplicationIds clientApplicationIds() {
    return clientApplicationIds;
  }

  public ValidateAzureAdToken setClientApplicationIds(@Nullable ApplicationIds value) {
    clientApplicationIds = value;
    return this;
  }

  public @Nullable Audiences audiences() {
    return audiences;
  }

  public ValidateAzureAdToken setAudiences(@Nullable Audiences value) {
    audiences = value;
    return this;
  }

  public @Nullable RequiredClaims requiredClaims() {
    return requiredClaims;
  }

  public ValidateAzureAdToken setRequiredClaims(@Nullable RequiredClaims value) {
    requiredClaims = value;
    return this;
  }

  public @Nullable CertificateKeys decryptionKeys() {
    return decryptionKeys;
  }

  public ValidateAzureAdToken setDecryptionKeys(@Nullable CertificateKeys value) {
    decryptionKeys = value;
    return this;
  }
}
