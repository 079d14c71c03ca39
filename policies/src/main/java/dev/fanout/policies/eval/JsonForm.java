package dev.fanout.policies.eval;

import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.Text;
import java.util.Iterator;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Values that are shown as JSON: what holds other values. */
final class JsonForm {
  private JsonForm() {}

  static boolean isStructure(Object value) {
    return !(value instanceof String)
        && !(value instanceof byte[])
        && (value instanceof Iterable<?> || value.getClass().isArray());
  }

  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (isStructure(value)) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      Iterator<?> iterator = Sequences.iterator(value);
      while (iterator.hasNext()) {
        items.add(of(iterator.next()));
      }
      return items.toString();
    }
    if (value instanceof Double) {
      String text = String.valueOf(Text.of(value));
      return text.matches("-?[0-9]+") ? text + ".0" : text;
    }
    if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof Double || value instanceof Float) {
      String number = String.valueOf(Text.of(value));
      return number.matches("-?[0-9]+") ? number + ".0" : number;
    }
    return '"' + String.valueOf(Text.of(value)).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
