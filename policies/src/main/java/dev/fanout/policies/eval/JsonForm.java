package dev.fanout.policies.eval;

import dev.fanout.expressions.runtime.json.JsonConverts;
import org.jspecify.annotations.Nullable;

/** Values that are shown as JSON: what holds other values, and tokens. */
final class JsonForm {
  private JsonForm() {}

  static boolean isStructure(Object value) {
    return JsonConverts.isStructure(value);
  }

  static String of(@Nullable Object value) {
    return JsonConverts.serializeObject(value);
  }
}
