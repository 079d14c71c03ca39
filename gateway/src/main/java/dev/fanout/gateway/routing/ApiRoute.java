package dev.fanout.gateway.routing;

import java.util.List;
import java.util.Objects;

/**
 * An API as the router sees it.
 *
 * @param path the public path without version; slashes at its ends do not matter, and it may be
 *     empty
 * @param revision from 1; clients ask for one with {@code ;rev=N} after the API's path
 * @param current whether this revision answers when no revision is asked for
 * @param target what the caller hangs at the API
 */
public record ApiRoute<A, O>(
    String path,
    ApiVersion version,
    int revision,
    boolean current,
    List<OperationRoute<O>> operations,
    A target) {
  public ApiRoute {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(version, "version");
    operations = List.copyOf(operations);
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " is not 1 or more");
    }
  }
}
