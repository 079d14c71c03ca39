package dev.fanout.artifacts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a URL after the authority, as raw text: nothing is decoded, normalised or re-ordered.
 *
 * @param query without the {@code ?}; null when there is no {@code ?} at all, empty when nothing
 *     follows it
 */
public record PathAndQuery(String path, @Nullable String query) {
  public PathAndQuery {
    Objects.requireNonNull(path, "path");
    if (path.indexOf('?') >= 0) {
      throw new IllegalArgumentException("path '" + path + "' has a question mark");
    }
  }

  /** Splits at the first {@code ?}. */
  public static PathAndQuery of(String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new PathAndQuery(target, null)
        : new PathAndQuery(target.substring(0, mark), target.substring(mark + 1));
  }

  /** As {@code IUrl.QueryString} has it: with the {@code ?}, or empty when there is none. */
  public String queryString() {
    return query == null ? "" : "?" + query;
  }

  @Override
  public String toString() {
    return path + queryString();
  }
}
