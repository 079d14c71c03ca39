package dev.fanout.expressions.runtime;

import java.util.Locale;

/** {@code ToString(format)} of enums: G, F, D, X. */
final class EnumFormat {
  private EnumFormat() {}

  static String format(EnumValue value, String format) {
    return switch (format) {
      case "G", "g", "F", "f" -> value.toString();
      case "D", "d" -> Integer.toString(value.value());
      case "X", "x" -> String.format(Locale.ROOT, "%08X", value.value());
      default ->
          throw Failures.format(
              "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or"
                  + " \"d\".");
    };
  }
}
