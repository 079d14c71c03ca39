package dev.fanout.policies.context;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code context.User}. */
public interface ApimUser {
  String id();

  default @Nullable String email() {
    return null;
  }

  default @Nullable String firstName() {
    return null;
  }

  default @Nullable String lastName() {
    return null;
  }

  default @Nullable String note() {
    return null;
  }

  default Instant registrationDate() {
    return Instant.EPOCH;
  }

  default List<? extends ApimGroup> groups() {
    return List.of();
  }

  default List<? extends ApimIdentity> identities() {
    return List.of();
  }
}
