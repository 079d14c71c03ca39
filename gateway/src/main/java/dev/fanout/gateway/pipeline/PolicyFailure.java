package dev.fanout.gateway.pipeline;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A policy failed: the request goes to on-error. Has no stack trace, since it is a value and not a
 * bug.
 */
public final class PolicyFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String source;
  private final String reason;
  private final String text;

  /** {@code LastError.Source} is the name of the policy that runs. */
  public PolicyFailure(String reason, String message) {
    this(null, reason, message);
  }

  /**
   * @param source {@code request-forwarder}, {@code configuration} …; null for the policy's name
   * @param reason as on Microsoft's page "Error handling in API Management policies"
   */
  public PolicyFailure(@Nullable String source, String reason, String message) {
    super(message, null, false, false);
    this.source = source;
    this.reason = reason;
    this.text = message;
  }

  public @Nullable String source() {
    return source;
  }

  public String reason() {
    return reason;
  }

  /** The message, never null. */
  public String text() {
    return text;
  }
}
