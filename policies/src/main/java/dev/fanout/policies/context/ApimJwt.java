package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * C#'s {@code Jwt}: a token that was read and not checked, as {@code AsJwt()} gives it and {@code
 * validate-jwt} stores it.
 */
public final class ApimJwt {
  private static final String[] NONE = {};

  private final String algorithm;
  private final @Nullable String type;
  private final ApimMultiValues claims;

  private ApimJwt(String algorithm, @Nullable String type, Map<String, List<String>> claims) {
    this.algorithm = algorithm;
    this.type = type;
    this.claims = new ClaimValues(claims);
  }

  /**
   * Of a header's value, with or without {@code Bearer} in front; empty for what is no signed or
   * unsecured token of three parts.
   */
  public static Optional<ApimJwt> parse(@Nullable String text) {
    return JwtParser.parse(text);
  }

  /**
   * @param claims names and texts in the order of the token
   */
  static ApimJwt of(String algorithm, @Nullable String type, Map<String, List<String>> claims) {
    return new ApimJwt(algorithm, type, claims);
  }

  public String algorithm() {
    return algorithm;
  }

  /** What the header says: "JWT" mostly. */
  public @Nullable String type() {
    return type;
  }

  /** {@code IEnumerable<string>}; empty without an audience. */
  public Object audiences() {
    String[] audiences = claims.values("aud");
    return audiences == null ? NONE : audiences;
  }

  /** All claims of the payload, each with its values as text; names with regard to case. */
  public ReadOnlyDictionary claims() {
    return claims;
  }

  public @Nullable String id() {
    return first("jti");
  }

  public @Nullable String issuer() {
    return first("iss");
  }

  public @Nullable String subject() {
    return first("sub");
  }

  public @Nullable DateTime expirationTime() {
    return time("exp");
  }

  public @Nullable DateTime issuedAt() {
    return time("iat");
  }

  public @Nullable DateTime notBefore() {
    return time("nbf");
  }

  private @Nullable String first(String claim) {
    String[] values = claims.values(claim);
    return values == null || values.length == 0 ? null : values[0];
  }

  /** Seconds since 1970, perhaps with a fraction; null for what is no such number. */
  private @Nullable DateTime time(String claim) {
    String seconds = first(claim);
    if (seconds == null) {
      return null;
    }
    try {
      return DateTime.of(Instant.ofEpochMilli(Math.round(Double.parseDouble(seconds) * 1000)));
    } catch (RuntimeException e) {
      return null;
    }
  }
}
