package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.collections.ItemEquality;
import org.jspecify.annotations.Nullable;

/** {@code JToken.EqualityComparer}: tokens are equal by content. */
final class TokenEquality implements ItemEquality {
  static final TokenEquality INSTANCE = new TokenEquality();

  private TokenEquality() {}

  @Override
  public boolean equals(@Nullable Object x, @Nullable Object y) {
    return JToken.deepEquals((JToken) x, (JToken) y);
  }

  @Override
  public int getHashCode(@Nullable Object item) {
    return item == null ? 0 : hash((JToken) item);
  }

  /** The order of children does not count, since that of properties does not. */
  private static int hash(JToken token) {
    if (token instanceof JValue value) {
      return value.type() ^ value.hashCode();
    }
    int hash = token instanceof JProperty property ? property.name().hashCode() : 0;
    JContainer container = (JContainer) token;
    for (int i = 0; i < container.count(); i++) {
      hash ^= hash(container.get(i));
    }
    return hash;
  }
}
