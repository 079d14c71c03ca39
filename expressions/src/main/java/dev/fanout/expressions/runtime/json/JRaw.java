package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** {@code JRaw}: text that is written as it is. */
public final class JRaw extends JValue {
  JRaw(@Nullable Object text) {
    super(text, JTokenType.RAW);
  }

  public static JRaw create(@Nullable Object text) {
    return new JRaw(text);
  }

  public static JRaw create(@Nullable JRaw other) {
    if (other == null) {
      throw Failures.nullReference();
    }
    return new JRaw(other.value());
  }

  @Override
  String className() {
    return "Newtonsoft.Json.Linq.JRaw";
  }

  @Override
  JRaw copy() {
    return placedLike(new JRaw(value()));
  }
}
