package dev.fanout.expressions.runtime;

import java.text.Normalizer;

/**
 * How the invariant culture orders strings: white space, punctuation, symbols, digits, letters;
 * then accents; then case, small before large. The rules are those of the root of the Unicode
 * collation, exact for Latin text; letters of other scripts go by code point.
 */
final class InvariantOrder {
  private static final String ASCII =
      "\t\n\u000B\f\r\u0085\u2028\u2029 _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
          + "abcdefghijklmnopqrstuvwxyz";

  /** More characters than this behind the first difference go by UTF-16 unit. */
  private static final int LONGEST = 4096;

  private static final int PUNCTUATION = 1_000;
  private static final int SYMBOL = 100_000;
  private static final int DIGIT = 200_000;
  private static final int LETTER = 300_000;
  private static final int FIRST_DIGIT = ASCII.indexOf('0');
  private static final int FIRST_LETTER = ASCII.indexOf('a');
  private static final int FIRST_SYMBOL = ASCII.indexOf('`');
  private static final int FIRST_PUNCTUATION = ASCII.indexOf('_');

  private InvariantOrder() {}

  /** -1, 0 or 1. */
  static int compare(String a, String b, boolean ignoresCase) {
    if (a.equals(b)) {
      return 0;
    }
    int start = differenceOf(a, b);
    int[] left = weights(a.substring(start, Math.min(a.length(), start + LONGEST)));
    int[] right = weights(b.substring(start, Math.min(b.length(), start + LONGEST)));
    Fence.steps(1 + (start + left.length + right.length) / 64);
    for (int level = 0; level < (ignoresCase ? 2 : 3); level++) {
      int order = compare(left, right, level);
      if (order != 0) {
        return order;
      }
    }
    boolean whole = a.length() - start <= LONGEST && b.length() - start <= LONGEST;
    return whole ? 0 : Integer.signum(a.compareTo(b));
  }

  /** Where they begin to differ, or a little before: an accent belongs to the letter before it. */
  private static int differenceOf(String a, String b) {
    int at = 0;
    int shorter = Math.min(a.length(), b.length());
    while (at < shorter && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    while (at > 0 && (isAbove(a, at) || isAbove(b, at) || a.charAt(at - 1) >= 128)) {
      at--;
    }
    return Math.max(0, at - 1);
  }

  private static boolean isAbove(String text, int at) {
    return at < text.length() && text.charAt(at) >= 128;
  }

  private static int compare(int[] left, int[] right, int level) {
    int i = level;
    int j = level;
    while (true) {
      i = next(left, i);
      j = next(right, j);
      if (i >= left.length || j >= right.length) {
        return i < left.length ? 1 : j < right.length ? -1 : 0;
      }
      if (left[i] != right[j]) {
        return left[i] < right[j] ? -1 : 1;
      }
      i += 3;
      j += 3;
    }
  }

  /** Skips what has no weight on this level. */
  private static int next(int[] weights, int from) {
    int at = from;
    while (at < weights.length && weights[at] == 0) {
      at += 3;
    }
    return at;
  }

  /** Three weights for each element: primary, secondary, tertiary. */
  private static int[] weights(String text) {
    String plain = isAscii(text) ? text : expanded(Normalizer.normalize(text, Normalizer.Form.NFD));
    int[] weights = new int[3 * plain.length()];
    int size = 0;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
        weights[size + 1] = c;
        weights[size + 2] = 1;
        size += 3;
        continue;
      }
      int primary = primary(c, type);
      if (primary > 0) {
        weights[size] = primary;
        weights[size + 1] = 1;
        weights[size + 2] = Chars.lower(c) != c ? 2 : 1;
        size += 3;
      }
    }
    return java.util.Arrays.copyOf(weights, size);
  }

  private static int primary(int c, int type) {
    int lower = Chars.lower(c);
    int known = lower < 0x80 || lower == 0x85 || (lower >> 1) == 0x1014 ? ASCII.indexOf(lower) : -1;
    if (known >= 0) {
      return known < FIRST_PUNCTUATION
          ? known + 1
          : known < FIRST_SYMBOL
              ? PUNCTUATION + known
              : known < FIRST_DIGIT
                  ? SYMBOL + known
                  : known < FIRST_LETTER ? DIGIT + known : LETTER + known;
    }
    if (type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED) {
      return 0;
    }
    if (Character.isSpaceChar(c)) {
      return ASCII.indexOf(' ') + 1;
    }
    if (Chars.isPunctuation(c)) {
      return PUNCTUATION + 100 + c % 90_000;
    }
    if (Chars.isSymbol(c)) {
      return SYMBOL + 100 + c % 90_000;
    }
    if (Chars.isDigit(c)) {
      return DIGIT + FIRST_DIGIT + Character.getNumericValue(c);
    }
    return LETTER + 100 + lower;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Letters that stand for others: with an accent that no decomposition knows, or for two. */
  private static String expanded(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\u00DF' -> out.append("ss\u0307");
        case '\u00E6' -> out.append("ae\u0307");
        case '\u00C6' -> out.append("AE\u0307");
        case '\u0153' -> out.append("oe\u0307");
        case '\u0152' -> out.append("OE\u0307");
        case '\u00F8' -> out.append("o\u0338");
        case '\u00D8' -> out.append("O\u0338");
        case '\u0142' -> out.append("l\u0335");
        case '\u0141' -> out.append("L\u0335");
        case '\u0111' -> out.append("d\u0335");
        case '\u0110' -> out.append("D\u0335");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
