package dev.fanout.expressions.runtime.json;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SelectToken} and {@code SelectTokens}. */
final class JsonPath {
  private JsonPath() {}

  static @Nullable JToken single(JToken start, @Nullable String path, boolean strict) {
    Iterator<JToken> found = select(PathParser.parse(path), start, start, strict);
    JToken single = null;
    while (found.hasNext()) {
      JToken token = found.next();
      if (single != null) {
        throw JsonFailures.json("Path returned multiple tokens.");
      }
      single = token;
    }
    return single;
  }

  /** A mistake in the path is an error now, one of the data when it is read. */
  static TokenSequence all(JToken start, @Nullable String path, boolean strict) {
    List<PathFilter> filters = PathParser.parse(path);
    return new TokenSequence(() -> select(filters, start, start, strict), TokenWalks.TOKEN);
  }

  static Iterator<JToken> select(
      List<PathFilter> filters, JToken root, JToken start, boolean strict) {
    Iterator<JToken> current = PathFilter.one(start);
    for (PathFilter filter : filters) {
      current = TokenWalks.flat(current, token -> filter.select(root, token, strict));
    }
    return current;
  }
}
