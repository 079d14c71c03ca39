package dev.fanout.gateway.routing;

import org.jspecify.annotations.Nullable;

/** Looks into a query string as it was sent: nothing is decoded, names match in any case. */
final class QueryLookup {
  private QueryLookup() {}

  /**
   * The first value of a parameter, as it stands; empty without {@code =}, null when absent.
   *
   * @param query without its question mark
   */
  static @Nullable String first(String query, String name) {
    int at = 0;
    while (at < query.length()) {
      int end = query.indexOf('&', at);
      if (end < 0) {
        end = query.length();
      }
      int nameEnd = at;
      while (nameEnd < end && query.charAt(nameEnd) != '=') {
        nameEnd++;
      }
      if (nameEnd > at && AsciiCase.equal(name, query, at, nameEnd)) {
        return nameEnd == end ? "" : query.substring(nameEnd + 1, end);
      }
      at = end + 1;
    }
    return null;
  }
}
