package dev.fanout.policies.context;

import org.jspecify.annotations.Nullable;

/** {@code context.Backend}: the Backend entity in force. */
public interface ApimBackend {
  String id();

  /** "Single" or "Pool". */
  default String type() {
    return "Single";
  }

  default @Nullable String azureRegion() {
    return null;
  }
}
