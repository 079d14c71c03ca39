package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.ReadOnlyDictionary;

/** C#'s {@code Authorization}, which {@code get-authorization-context} stores in a variable. */
public interface ApimAuthorization {
  /** A secret: never logged. */
  String accessToken();

  ReadOnlyDictionary claims();
}
