package dev.fanout.policies.model;

import dev.fanout.expressions.ExpressionScanner;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a value says: its literal in the type that the attribute has, or a text that only the
 * gateway or a deployment turns into one.
 */
public sealed interface AttributeValue {
  /** {@code true} or {@code false}. */
  record Flag(boolean value) implements AttributeValue {}

  /** A whole number within the attribute's range. */
  record Whole(long value) implements AttributeValue {}

  record Decimal(double value) implements AttributeValue {}

  /** A literal that has no type of its own, a word of a list or a date. */
  record Text(String text) implements AttributeValue {}

  /** C#, with its marker and without whitespace around it. */
  record Expression(String text) implements AttributeValue {}

  /** Filled in later, by a named value or a deployment tool. */
  record Template(String text) implements AttributeValue {}

  /**
   * No value of the attribute.
   *
   * @param problem what the value is and should be: {@code is 0, less than 1}
   */
  record Invalid(String text, String problem) implements AttributeValue {}

  /** The value as the attribute takes it. */
  static AttributeValue of(AttributeDefinition definition, String value) {
    String stripped = value.strip();
    if (ExpressionScanner.endOf(stripped, 0) == stripped.length()) {
      return new Expression(stripped);
    }
    if (value.contains("{{") || value.contains("${") || value.contains("%{")) {
      return new Template(value);
    }
    return switch (definition.kind()) {
      case TEXT -> new Text(value);
      case BOOLEAN -> Literals.flag(value, stripped);
      case INTEGER -> Literals.whole(definition, value, stripped);
      case DECIMAL -> Literals.decimal(value, stripped);
      case DATE_TIME -> Literals.dateTime(value, stripped);
      case ENUM -> Literals.word(definition, value, stripped);
    };
  }

  /** One method a kind. */
  final class Literals {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL =
        Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DATE_TIME =
        Pattern.compile(
            "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?"
                + "(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Set<String> TRUE = Set.of("true", "1");
    private static final Set<String> FALSE = Set.of("false", "0");

    private Literals() {}

    private static AttributeValue flag(String value, String stripped) {
      String lower = stripped.toLowerCase(Locale.ROOT);
      return TRUE.contains(lower) || FALSE.contains(lower)
          ? new Flag(TRUE.contains(lower))
          : invalid(value, "neither true nor false");
    }

    private static AttributeValue whole(
        AttributeDefinition definition, String value, String stripped) {
      if (!WHOLE.matcher(stripped).matches()) {
        return invalid(value, "not a whole number");
      }
      long number = Long.parseLong(stripped);
      if (number < definition.min()) {
        return new Invalid(value, "is " + number + ", less than " + definition.min());
      }
      return number > definition.max()
          ? new Invalid(value, "is " + number + ", more than " + definition.max())
          : new Whole(number);
    }

    private static AttributeValue decimal(String value, String stripped) {
      return DECIMAL.matcher(stripped).matches()
          ? new Decimal(Double.parseDouble(stripped))
          : invalid(value, "not a number");
    }

    private static AttributeValue dateTime(String value, String stripped) {
      return DATE_TIME.matcher(stripped).matches()
          ? new Text(stripped)
          : invalid(value, "not a date and time like 2026-01-31T00:00:00Z");
    }

    private static AttributeValue word(
        AttributeDefinition definition, String value, String stripped) {
      return definition.words().contains(stripped)
          ? new Text(stripped)
          : invalid(
              value,
              "none of "
                  + definition.words().stream()
                      .map(word -> "'" + word + "'")
                      .collect(Collectors.joining(", ")));
    }

    private static Invalid invalid(String value, String what) {
      return new Invalid(value, "is '" + value + "', " + what);
    }
  }
}
