package dev.fanout.policies.context;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code context.Subscription}. Its keys are secrets: an implementation never logs them. */
public interface ApimSubscription {
  String id();

  default @Nullable String name() {
    return null;
  }

  /** The key that this request used. */
  String key();

  default String primaryKey() {
    return key();
  }

  default String secondaryKey() {
    return key();
  }

  default Instant createdDate() {
    return Instant.EPOCH;
  }

  default @Nullable Instant startDate() {
    return null;
  }

  /** Null when it never ends. */
  default @Nullable Instant endDate() {
    return null;
  }
}
