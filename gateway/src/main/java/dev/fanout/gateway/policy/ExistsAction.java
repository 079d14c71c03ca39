package dev.fanout.gateway.policy;

import dev.fanout.artifacts.RawQuery;
import dev.fanout.gateway.pipeline.PolicyFailure;
import java.util.Optional;

/** What to do with a header or query parameter that is there already. */
enum ExistsAction {
  OVERRIDE,
  SKIP,
  APPEND,
  DELETE;

  static Optional<ExistsAction> parse(String text) {
    return switch (text) {
      case "override" -> Optional.of(OVERRIDE);
      case "skip" -> Optional.of(SKIP);
      case "append" -> Optional.of(APPEND);
      case "delete" -> Optional.of(DELETE);
      default -> Optional.empty();
    };
  }

  /** Of what an expression gave. */
  static ExistsAction evaluated(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new PolicyFailure(
                    "PolicyConfigurationError",
                    "exists-action '" + text + "' is not override, skip, append or delete."));
  }

  RawQuery.ExistsAction ofQuery() {
    return RawQuery.ExistsAction.valueOf(name());
  }
}
