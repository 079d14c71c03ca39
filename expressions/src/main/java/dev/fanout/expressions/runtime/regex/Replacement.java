package dev.fanout.expressions.runtime.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replacement: text with {@code $1 ${name} $$ $& $` $' $+ $_}; what is none of them is text. */
final class Replacement {
  private static final int LEFT = -1;
  private static final int RIGHT = -2;
  private static final int LAST_GROUP = -3;
  private static final int WHOLE_INPUT = -4;

  /** Text, or if that is null a slot or one of the constants. */
  private record Part(@Nullable String text, int reference) {}

  private final List<Part> parts = new ArrayList<>();

  private Replacement() {}

  static Replacement of(String text, GroupNames groups, int options) {
    Replacement replacement = new Replacement();
    PatternCursor cursor = new PatternCursor(text, options);
    StringBuilder plain = new StringBuilder();
    while (!cursor.atEnd()) {
      int dollar = text.indexOf('$', cursor.at);
      if (dollar < 0) {
        dollar = text.length();
      }
      plain.append(text, cursor.at, dollar);
      cursor.at = dollar + 1;
      if (dollar == text.length()) {
        break;
      }
      if (cursor.isAt('$')) {
        cursor.at++;
        plain.append('$');
        continue;
      }
      Part part = reference(cursor, groups);
      if (part == null) {
        cursor.at = dollar + 1;
        plain.append('$');
      } else {
        replacement.addText(plain);
        replacement.parts.add(part);
      }
    }
    replacement.addText(plain);
    return replacement;
  }

  private void addText(StringBuilder plain) {
    if (plain.length() > 0) {
      parts.add(new Part(plain.toString(), 0));
      plain.setLength(0);
    }
  }

  private static @Nullable Part reference(PatternCursor cursor, GroupNames groups) {
    boolean braced = cursor.isAt('{') && cursor.at + 1 < cursor.pattern.length();
    if (braced) {
      cursor.at++;
    }
    if (PatternCursor.isDigit(cursor.peek())) {
      if (!braced && cursor.has(Flags.ECMA_SCRIPT)) {
        return ecmaNumber(cursor, groups);
      }
      int number = cursor.readDecimal();
      return (!braced || cursor.take('}')) && groups.hasNumber(number)
          ? new Part(null, groups.slot(number))
          : null;
    }
    if (braced) {
      Integer number = cursor.isAtWord() ? groups.numberOfName(cursor.readName()) : null;
      return number != null && cursor.take('}') ? new Part(null, groups.slot(number)) : null;
    }
    int reference =
        switch (cursor.peek()) {
          case '&' -> 0;
          case '`' -> LEFT;
          case '\'' -> RIGHT;
          case '+' -> LAST_GROUP;
          case '_' -> WHOLE_INPUT;
          default -> 1;
        };
    if (reference == 1) {
      return null;
    }
    cursor.at++;
    return new Part(null, reference);
  }

  /** The longest number that is a group's. */
  private static @Nullable Part ecmaNumber(PatternCursor cursor, GroupNames groups) {
    int found = -1;
    int behind = cursor.at;
    long number = 0;
    while (PatternCursor.isDigit(cursor.peek()) && number <= groups.highestNumber()) {
      number = number * 10 + cursor.peek() - '0';
      cursor.at++;
      if (number <= groups.highestNumber() && groups.hasNumber((int) number)) {
        found = (int) number;
        behind = cursor.at;
      }
    }
    cursor.at = behind;
    return found < 0 ? null : new Part(null, groups.slot(found));
  }

  void append(StringBuilder out, Spans spans) {
    String text = spans.text();
    for (Part part : parts) {
      if (part.text() != null) {
        out.append(part.text());
        continue;
      }
      switch (part.reference()) {
        case LEFT -> out.append(text, 0, spans.start(0));
        case RIGHT -> out.append(text, spans.stop(0), text.length());
        case WHOLE_INPUT -> out.append(text);
        case LAST_GROUP -> appendGroup(out, spans, spans.slots() - 1);
        default -> appendGroup(out, spans, part.reference());
      }
    }
  }

  private static void appendGroup(StringBuilder out, Spans spans, int slot) {
    if (spans.start(slot) >= 0) {
      out.append(spans.text(), spans.start(slot), spans.stop(slot));
    }
  }
}
