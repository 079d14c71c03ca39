package dev.fanout.diagnostics;

import java.util.Objects;
import java.util.Optional;

/**
 * One mistake in an input. The code is stable and in UPPER_SNAKE_CASE; the texts are free to
 * change.
 *
 * @param location where it stands, empty when it is not in a text (a missing folder, say)
 * @param message one sentence without a full stop, in the user's terms
 * @param hint what to do about it, when that is known
 */
public record Issue(
    String code,
    Severity severity,
    Optional<SourceSpan> location,
    String message,
    Optional<String> hint) {
  public Issue {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
    if (!code.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("issue code '" + code + "' is not UPPER_SNAKE_CASE");
    }
  }

  public static Issue error(String code, SourceSpan location, String message) {
    return new Issue(code, Severity.ERROR, Optional.of(location), message, Optional.empty());
  }

  public static Issue error(String code, String message) {
    return new Issue(code, Severity.ERROR, Optional.empty(), message, Optional.empty());
  }

  public static Issue warning(String code, SourceSpan location, String message) {
    return new Issue(code, Severity.WARNING, Optional.of(location), message, Optional.empty());
  }

  public Issue withHint(String text) {
    return new Issue(code, severity, location, message, Optional.of(text));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
