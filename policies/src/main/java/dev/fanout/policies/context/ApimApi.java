package dev.fanout.policies.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code context.Api}. */
public interface ApimApi {
  String id();

  String name();

  /** The public path without a leading slash, empty for the root. */
  String path();

  /** Lower case: http, https, ws, wss. */
  default List<String> protocols() {
    return List.of("https");
  }

  /** The API's own web service URL; null without one. */
  default @Nullable ApimUrl serviceUrl() {
    return null;
  }

  /** Null when no subscription key is asked for. */
  default @Nullable ApimKeyNames subscriptionKeyParameterNames() {
    return null;
  }

  default boolean isCurrentRevision() {
    return true;
  }

  default String revision() {
    return "1";
  }

  default @Nullable String version() {
    return null;
  }
}
