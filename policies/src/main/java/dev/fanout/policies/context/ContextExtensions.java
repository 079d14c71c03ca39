package dev.fanout.policies.context;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.Ref;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Extension methods that API Management adds to strings and dictionaries. */
final class ContextExtensions {
  private ContextExtensions() {}

  /** Several values are joined by a comma. */
  static @Nullable String joinedOrDefault(
      ReadOnlyDictionary values, @Nullable String key, @Nullable String otherwise) {
    String[] found = (String[]) values.valueOrNull(required(key));
    if (found == null) {
      return otherwise;
    }
    return found.length == 1 ? found[0] : String.join(",", found);
  }

  private static String required(@Nullable String key) {
    if (key == null) {
      throw new ExpressionFailure(
          "System.ArgumentNullException", "Value cannot be null. (Parameter 'key')");
    }
    return key;
  }

  static @Nullable ApimJwt asJwt(@Nullable String input) {
    return ApimJwt.parse(input).orElse(null);
  }

  static boolean tryParseJwt(@Nullable String input, Ref result) {
    return found(ApimJwt.parse(input), result);
  }

  static @Nullable ApimCredentials asBasic(@Nullable String input) {
    return ApimCredentials.parse(input).orElse(null);
  }

  static boolean tryParseBasic(@Nullable String input, Ref result) {
    return found(ApimCredentials.parse(input), result);
  }

  private static boolean found(Optional<?> parsed, Ref result) {
    result.value = parsed.orElse(null);
    return parsed.isPresent();
  }
}
