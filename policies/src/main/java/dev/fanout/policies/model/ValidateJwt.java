package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requires a valid JSON web token. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "validate-jwt")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateJwt extends Policy {
  @XmlAttribute(name = "header-name")
  @Literal
  private @Nullable String headerName;

  @XmlAttribute(name = "query-parameter-name")
  @Literal
  private @Nullable String queryParameterName;

  @XmlAttribute(name = "token-value")
  @Literal
  private @Nullable String tokenValue;

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

  @XmlAttribute(name = "require-expiration-time")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String requireExpirationTime;

  @XmlAttribute(name = "require-signed-tokens")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String requireSignedTokens;

  @XmlAttribute(name = "clock-skew")
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "0")
  private @Nullable String clockSkew;

  @XmlElement(name = "openid-config")
  private List<OpenidConfig> openidConfigs = new ArrayList<>();

  @XmlElement(name = "issuer-signing-tokens")
  private @Nullable TokenTexts issuerSigningTokens;

  @XmlElement(name = "issuer-signing-keys")
  private @Nullable SigningKeys issuerSigningKeys;

  @XmlElement(name = "decryption-keys")
  private @Nullable DecryptionKeys decryptionKeys;

  @XmlElement private @Nullable Audiences audiences;

  @XmlElement private @Nullable Issuers issuers;

  @XmlElement(name = "required-claims")
  private @Nullable RequiredClaims requiredClaims;

  public @Nullable String headerName() {
    return headerName;
  }

  public ValidateJwt setHeaderName(@Nullable String value) {
    headerName = value;
    return this;
  }

  public @Nullable String queryParameterName() {
    return queryParameterName;
  }

  public ValidateJwt setQueryParameterName(@Nullable String value) {
    queryParameterName = value;
    return this;
  }

  public @Nullable String tokenValue() {
    return tokenValue;
  }

  public ValidateJwt setTokenValue(@Nullable String value) {
    tokenValue = value;
    return this;
  }

  public @Nullable String failedValidationHttpcode() {
    return failedValidationHttpcode;
  }

  public ValidateJwt setFailedValidationHttpcode(@Nullable String value) {
    failedValidationHttpcode = value;
    return this;
  }

  public @Nullable String failedValidationErrorMessage() {
    return failedValidationErrorMessage;
  }

  public ValidateJwt setFailedValidationErrorMessage(@Nullable String value) {
    failedValidationErrorMessage = value;
    return this;
  }

  public @Nullable String requireScheme() {
    return requireScheme;
  }

  public ValidateJwt setRequireScheme(@Nullable String value) {
    requireScheme = value;
    return this;
  }

  public @Nullable String outputTokenVariableName() {
    return outputTokenVariableName;
  }

  public ValidateJwt setOutputTokenVariableName(@Nullable String value) {
    outputTokenVariableName = value;
    return this;
  }

  public @Nullable String requireExpirationTime() {
    return requireExpirationTime;
  }

  public ValidateJwt setRequireExpirationTime(@Nullable String value) {
    requireExpirationTime = value;
    return this;
  }

  public @Nullable String requireSignedTokens() {
    return requireSignedTokens;
  }

  public ValidateJwt setRequireSignedTokens(@Nullable String value) {
    requireSignedTokens = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String clockSkew() {
    return clockSkew;
  }

  public ValidateJwt setClockSkew(@Nullable String value) {
    clockSkew = value;
    return this;
  }

  /** The {@code <openid-config>} elements in order, to be changed in place. */
  public List<OpenidConfig> openidConfigs() {
    return openidConfigs;
  }

  public @Nullable TokenTexts issuerSigningTokens() {
    return issuerSigningTokens;
  }

  public ValidateJwt setIssuerSigningTokens(@Nullable TokenTexts value) {
    issuerSigningTokens = value;
    return this;
  }

  public @Nullable SigningKeys issuerSigningKeys() {
    return issuerSigningKeys;
  }

  public ValidateJwt setIssuerSigningKeys(@Nullable SigningKeys value) {
    issuerSigningKeys = value;
    return this;
  }

  public @Nullable DecryptionKeys decryptionKeys() {
    return decryptionKeys;
  }

  public ValidateJwt setDecryptionKeys(@Nullable DecryptionKeys value) {
    decryptionKeys = value;
    return this;
  }

  public @Nullable Audiences audiences() {
    return audiences;
  }

  public ValidateJwt setAudiences(@Nullable Audiences value) {
    audiences = value;
    return this;
  }

  public @Nullable Issuers issuers() {
    return issuers;
  }

  public ValidateJwt setIssuers(@Nullable Issuers value) {
    issuers = value;
    return this;
  }

  public @Nullable RequiredClaims requiredClaims() {
    return requiredClaims;
  }

  public ValidateJwt setRequiredClaims(@Nullable RequiredClaims value) {
    requiredClaims = value;
    return this;
  }
}
