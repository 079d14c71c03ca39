package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.PolicyFailure;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of forward-request.
 *
 * @param timeoutMillis wins over the seconds when both are there; null without it
 * @param bufferRequestBody has the body in memory before the first byte goes out, so that it can be
 *     sent again
 */
record ForwardOptions(
    TextSource timeoutSeconds,
    @Nullable TextSource timeoutMillis,
    Condition followRedirects,
    boolean bufferRequestBody,
    boolean failOnErrorStatus) {
  /** The documented default of {@code timeout}. */
  static final String DEFAULT_TIMEOUT_SECONDS = "300";

  /** Of an element without attributes. */
  static final ForwardOptions DEFAULT =
      new ForwardOptions(
          TextSource.literal(DEFAULT_TIMEOUT_SECONDS), null, Condition.FALSE, false, false);

  private static final Duration LONGEST = Duration.ofHours(24);

  ForwardOptions {
    Objects.requireNonNull(timeoutSeconds, "timeoutSeconds");
    Objects.requireNonNull(followRedirects, "followRedirects");
  }

  int bodyReads() {
    return timeoutSeconds.bodyReads()
        | (timeoutMillis == null ? 0 : timeoutMillis.bodyReads())
        | followRedirects.bodyReads()
        | (bufferRequestBody ? BodyReads.REQUEST : BodyReads.NONE);
  }

  Duration timeout(Exchange exchange) {
    TextSource millis = timeoutMillis;
    String text = (millis == null ? timeoutSeconds : millis).textOrEmpty(exchange).strip();
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= LONGEST.toMillis()) {
        Duration timeout = millis == null ? Duration.ofSeconds(value) : Duration.ofMillis(value);
        // Zero would never be met; the shortest that a timer can keep stands for it.
        return timeout.isZero() ? Duration.ofMillis(1) : min(timeout, LONGEST);
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new PolicyFailure(
        "PolicyConfigurationError",
        "Timeout '" + text + "' is not a whole number of at most 24 h.");
  }

  private static Duration min(Duration left, Duration right) {
    return left.compareTo(right) <= 0 ? left : right;
  }
}
