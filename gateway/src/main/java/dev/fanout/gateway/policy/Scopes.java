package dev.fanout.gateway.policy;

import org.jspecify.annotations.Nullable;

/** The scopes of policy documents from the outside in, as {@code LastError.Scope} names them. */
final class Scopes {
  private Scopes() {}

  /** Larger is further in; 0 when no document's policy runs. */
  static int rank(@Nullable String scope) {
    if (scope == null) {
      return 0;
    }
    return switch (scope) {
      case "global" -> 1;
      case "workspace" -> 2;
      case "product" -> 3;
      case "api" -> 4;
      default -> 5;
    };
  }
}
