package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** Composite formatting: {@code {index,alignment:format}}, doubled braces for one. */
final class CompositeFormat {
  private static final int LIMIT = 1_000_000;
  private static final String ENDS = "Format item ends prematurely.";
  private static final String DIGIT = "Expected an ASCII digit.";

  private final String format;
  private final @Nullable Object[] values;
  private final StringBuilder out;
  private int at;

  private CompositeFormat(String format, @Nullable Object[] values) {
    this.format = format;
    this.values = values;
    this.out = new StringBuilder(format.length() + 16);
  }

  static String format(String format, @Nullable Object[] values) {
    CompositeFormat composite = new CompositeFormat(format, values);
    composite.write();
    return composite.out.toString();
  }

  private void write() {
    Fence.steps(format.length() / 16);
    while (at < format.length()) {
      char c = format.charAt(at);
      if (c != '{' && c != '}') {
        out.append(c);
        at++;
        continue;
      }
      char next = move();
      if (next == c) {
        out.append(c);
        at++;
      } else if (c == '}') {
        throw failure("Unexpected closing brace without a corresponding opening brace.");
      } else {
        item();
      }
      Fence.characters(out.length());
    }
  }

  /** From the first digit of the index on. */
  private void item() {
    int index = number();
    skipSpaces();
    int alignment = 0;
    if (current() == ',') {
      do {
        move();
      } while (current() == ' ');
      boolean left = current() == '-';
      if (left) {
        move();
      }
      alignment = left ? -number() : number();
      skipSpaces();
    }
    String spec = null;
    if (current() != '}') {
      if (current() != ':') {
        throw failure(ENDS);
      }
      int start = at + 1;
      while (move() != '}') {
        if (current() == '{') {
          throw failure(ENDS);
        }
      }
      spec = format.substring(start, at);
    }
    at++;
    if (index >= values.length) {
      throw Failures.format(
          "Index (zero based) must be greater than or equal to zero and less than the size of the"
              + " argument list.");
    }
    out.append(Formats.aligned(Formats.text(values[index], spec), alignment));
  }

  private int number() {
    if (!isDigit()) {
      throw failure(DIGIT);
    }
    int value = 0;
    while (isDigit() && value < LIMIT) {
      value = value * 10 + current() - '0';
      move();
    }
    return value;
  }

  private boolean isDigit() {
    return current() >= '0' && current() <= '9';
  }

  private void skipSpaces() {
    while (current() == ' ') {
      move();
    }
  }

  private char current() {
    return format.charAt(at);
  }

  /** The next character, which must be there. */
  private char move() {
    at++;
    if (at >= format.length()) {
      throw failure(ENDS);
    }
    return format.charAt(at);
  }

  private ExpressionFailure failure(String reason) {
    return Failures.format(
        "Input string was not in a correct format. Failure to parse near offset "
            + at
            + ". "
            + reason);
  }
}
