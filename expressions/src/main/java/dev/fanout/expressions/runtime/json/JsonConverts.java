package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ClrTypeInfo;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** {@code JsonConvert}, as far as API Management allows it. */
public final class JsonConverts {
  private JsonConverts() {}

  public static String serializeObject(@Nullable Object value) {
    return JsonSerializer.toText(value, false);
  }

  /**
   * @param formatting 0 for none, 1 for indented
   */
  public static String serializeObject(@Nullable Object value, int formatting) {
    return JsonSerializer.toText(value, formatting == JToken.FORMATTING_INDENTED);
  }

  /** Is it a token, or an object that holds others, so that only JSON shows it whole? */
  public static boolean isStructure(Object value) {
    return value instanceof JToken || JsonSerializer.isStructure(value);
  }

  public static @Nullable Object deserializeObject(@Nullable String value) {
    return JsonDeserializer.read(reader(value), null, true);
  }

  /** {@code DeserializeObject<T>(value)}. */
  public static @Nullable Object deserializeObject(@Nullable String value, String typeName) {
    return JsonDeserializer.read(reader(value), typeName, true);
  }

  /** {@code DeserializeObject(value, type)}; of no type as it comes. */
  public static @Nullable Object deserializeObject(
      @Nullable String value, @Nullable ClrTypeInfo type) {
    return JsonDeserializer.read(reader(value), type == null ? null : type.fullName(), true);
  }

  private static JsonTextReader reader(@Nullable String value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return new JsonTextReader(value);
  }
}
