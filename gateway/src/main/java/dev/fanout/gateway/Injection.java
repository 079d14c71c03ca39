package dev.fanout.gateway;

import java.time.Duration;
import java.util.Objects;

/**
 * A known difference between variants, to see whether a measurement finds it. It stands in front of
 * the pipeline, outside of the gateway's own code path, and measures what it really did.
 */
public sealed interface Injection {
  /** The name of the variant. */
  String variant();

  /** Holds every request back for that long; the event loop serves others meanwhile. */
  static Injection delay(String variant, Duration delay) {
    return new Delay(variant, delay);
  }

  /** Keeps the event loop's thread busy for that long before every request. */
  static Injection cpu(String variant, Duration busyPerRequest) {
    return new Cpu(variant, busyPerRequest);
  }

  /** See {@link Injection#delay}. */
  record Delay(String variant, Duration delay) implements Injection {
    public Delay {
      Objects.requireNonNull(variant, "variant");
      requirePositive(delay);
    }
  }

  /** See {@link Injection#cpu}. */
  record Cpu(String variant, Duration busyPerRequest) implements Injection {
    public Cpu {
      Objects.requireNonNull(variant, "variant");
      requirePositive(busyPerRequest);
    }
  }

  private static void requirePositive(Duration duration) {
    if (duration.isZero()
        || duration.isNegative()
        || duration.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "injected time " + duration + " is not above 0 and at most 1 min");
    }
  }
}
