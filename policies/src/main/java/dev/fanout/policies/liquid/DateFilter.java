package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.DateTime;
import org.jspecify.annotations.Nullable;

/** {@code Date}: a .NET format, not one of strftime. */
final class DateFilter {
  private DateFilter() {}

  static @Nullable Object apply(@Nullable Object input, Arguments arguments) {
    String format = arguments.text(0, "");
    if (input == null) {
      return null;
    }
    if (format.isBlank()) {
      return Values.text(input);
    }
    if (input instanceof DateTime time) {
      return time.toString(format);
    }
    String text = Values.text(input);
    if (text.equalsIgnoreCase("now") || text.equalsIgnoreCase("today")) {
      return DateTime.utcNow().toString(format);
    }
    DateTime time = JsonDates.parseOrNull(text);
    return time == null ? text : time.toString(format);
  }
}
