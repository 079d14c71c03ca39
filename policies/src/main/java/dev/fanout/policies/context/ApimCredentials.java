package dev.fanout.policies.context;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * C#'s {@code BasicAuthCredentials}. The name is {@code UserId} in Microsoft's documentation and
 * {@code Username} in its policy toolkit; both are there.
 */
public record ApimCredentials(String userId, String password) {
  private static final String BASIC = "basic ";

  /** Of an Authorization header's value; empty for another scheme, or bad base64. */
  public static Optional<ApimCredentials> parse(@Nullable String text) {
    if (text == null || !text.strip().toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return Optional.empty();
    }
    String encoded = text.strip().substring(BASIC.length()).strip();
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String pair = new String(bytes, StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(new ApimCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
  }

  public String username() {
    return userId;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ApimCredentials[userId=" + userId + "]";
  }
}
