package dev.fanout.expressions.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.String} in the invariant culture. A result that equals an operand is the same
 * object exactly where it is in .NET, since {@code object == string} compares identity.
 */
public final class Strings {
  /** Longer strings than this are an error of the expression, not of the process. */
  static final int LONGEST = Fence.LONGEST_STRING;

  /** Copying as many takes about as long as a step of a loop with a short body. */
  private static final int CHARACTERS_A_STEP = 256;

  private static final int ORDINAL = 4;
  private static final int ASCII_END = 128;

  private Strings() {}

  public static boolean equal(@Nullable String a, @Nullable String b) {
    return a == null ? b == null : a.equals(b);
  }

  public static String concat(@Nullable String a, @Nullable String b) {
    if (a == null || a.isEmpty()) {
      return b == null ? "" : b;
    }
    if (b == null || b.isEmpty()) {
      return a;
    }
    return fresh(a + b);
  }

  public static String concat(@Nullable String a, @Nullable String b, @Nullable String c) {
    if (a == null || a.isEmpty()) {
      return concat(b, c);
    }
    if (b == null || b.isEmpty()) {
      return concat(a, c);
    }
    if (c == null || c.isEmpty()) {
      return concat(a, b);
    }
    return fresh(a + b + c);
  }

  public static String concat(
      @Nullable String a, @Nullable String b, @Nullable String c, @Nullable String d) {
    if (a == null || a.isEmpty()) {
      return concat(b, c, d);
    }
    if (b == null || b.isEmpty()) {
      return concat(a, c, d);
    }
    if (c == null || c.isEmpty()) {
      return concat(a, b, d);
    }
    if (d == null || d.isEmpty()) {
      return concat(a, b, c);
    }
    return fresh(a + b + c + d);
  }

  public static String concat(
      @Nullable String a,
      @Nullable String b,
      @Nullable String c,
      @Nullable String d,
      @Nullable String e) {
    String first = orEmpty(a);
    String second = orEmpty(b);
    String third = orEmpty(c);
    String fourth = orEmpty(d);
    String fifth = orEmpty(e);
    checkLength(
        (long) first.length()
            + second.length()
            + third.length()
            + fourth.length()
            + fifth.length());
    return first + second + third + fourth + fifth;
  }

  public static String concat(
      @Nullable String a,
      @Nullable String b,
      @Nullable String c,
      @Nullable String d,
      @Nullable String e,
      @Nullable String f,
      @Nullable String g) {
    String first = orEmpty(a);
    String second = orEmpty(b);
    String third = orEmpty(c);
    String fourth = orEmpty(d);
    String fifth = orEmpty(e);
    String sixth = orEmpty(f);
    String seventh = orEmpty(g);
    checkLength(
        (long) first.length()
            + second.length()
            + third.length()
            + fourth.length()
            + fifth.length()
            + sixth.length()
            + seventh.length());
    return first + second + third + fourth + fifth + sixth + seventh;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  public static String concat(@Nullable String... parts) {
    int length = 0;
    for (String part : parts) {
      length = Math.addExact(length, part == null ? 0 : part.length());
    }
    checkLength(length);
    StringBuilder joined = new StringBuilder(length);
    for (String part : parts) {
      if (part != null) {
        joined.append(part);
      }
    }
    return joined.toString();
  }

  private static String fresh(String joined) {
    checkLength(joined.length());
    return joined;
  }

  static void checkLength(long length) {
    if (length > CHARACTERS_A_STEP) {
      Fence.characters(length);
      Fence.copied((int) (length / CHARACTERS_A_STEP));
    }
  }

  public static String concatObjects(@Nullable Object... parts) {
    if (parts == null) {
      throw Failures.argumentNull("args");
    }
    String[] texts = new String[parts.length];
    for (int i = 0; i < parts.length; i++) {
      texts[i] = parts[i] == null ? "" : Text.ofObject(parts[i]);
    }
    return concat(texts);
  }

  public static String concatObject(@Nullable Object value) {
    return value == null ? "" : Text.ofObject(value);
  }

  /** Of one item: its text. */
  public static String concatSequence(@Nullable Object items) {
    return join("", items);
  }

  public static int length(String self) {
    return self.length();
  }

  public static char charAt(String self, int index) {
    if (index < 0 || index >= self.length()) {
      throw new dev.fanout.expressions.ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
    return self.charAt(index);
  }

  public static String repeat(char c, int count) {
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    checkLength(count);
    return String.valueOf(c).repeat(count);
  }

  public static String ofChars(char @Nullable [] characters) {
    return characters == null ? "" : new String(characters);
  }

  public static boolean contains(String self, @Nullable String value) {
    return self.contains(required(value, "value"));
  }

  public static boolean contains(String self, char value) {
    return self.indexOf(value) >= 0;
  }

  public static boolean contains(String self, @Nullable String value, int comparison) {
    return StringSearch.indexOf(self, value, comparison) >= 0;
  }

  public static boolean startsWith(String self, @Nullable String value) {
    return self.startsWith(required(value, "value"));
  }

  public static boolean startsWith(String self, char value) {
    return !self.isEmpty() && self.charAt(0) == value;
  }

  public static boolean startsWith(String self, @Nullable String value, int comparison) {
    String known = required(value, "value");
    return ignoresCase(comparison)
        ? self.length() >= known.length()
            && equalIgnoringCase(self.substring(0, known.length()), known)
        : self.startsWith(known);
  }

  public static boolean endsWith(String self, @Nullable String value) {
    return self.endsWith(required(value, "value"));
  }

  public static boolean endsWith(String self, char value) {
    return !self.isEmpty() && self.charAt(self.length() - 1) == value;
  }

  public static boolean endsWith(String self, @Nullable String value, int comparison) {
    String known = required(value, "value");
    return ignoresCase(comparison)
        ? self.length() >= known.length()
            && equalIgnoringCase(self.substring(self.length() - known.length()), known)
        : self.endsWith(known);
  }

  public static int indexOf(String self, @Nullable String value) {
    return self.indexOf(required(value, "value"));
  }

  public static int indexOf(String self, char value) {
    return self.indexOf(value);
  }

  public static int indexOf(String self, char value, int start) {
    checkStart(self, start);
    return self.indexOf(value, start);
  }

  public static int indexOfFrom(String self, @Nullable String value, int start) {
    String known = required(value, "value");
    checkStart(self, start);
    return self.indexOf(known, start);
  }

  private static void checkStart(String self, int start) {
    if (start < 0 || start > self.length()) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than or equal to the size of the"
              + " collection.",
          "startIndex");
    }
  }

  public static int lastIndexOf(String self, @Nullable String value) {
    return self.lastIndexOf(required(value, "value"));
  }

  public static int lastIndexOf(String self, char value) {
    return self.lastIndexOf(value);
  }

  public static String substring(String self, int start) {
    if (start < 0) {
      throw Failures.outOfRange("StartIndex cannot be less than zero.", "startIndex");
    }
    if (start > self.length()) {
      throw Failures.outOfRange("startIndex cannot be larger than length of string.", "startIndex");
    }
    return self.substring(start);
  }

  public static String substring(String self, int start, int length) {
    if (start < 0 || start > self.length()) {
      return substring(self, start);
    }
    if (length < 0) {
      throw Failures.outOfRange("Length cannot be less than zero.", "length");
    }
    if (start > self.length() - length) {
      throw Failures.outOfRange(
          "Index and length must refer to a location within the string.", "length");
    }
    return self.substring(start, start + length);
  }

  public static String remove(String self, int start) {
    if (start < 0) {
      throw Failures.outOfRange("StartIndex cannot be less than zero.", "startIndex");
    }
    if (start > self.length()) {
      throw Failures.outOfRange("startIndex must be less than length of string.", "startIndex");
    }
    return self.substring(0, start);
  }

  public static String remove(String self, int start, int count) {
    if (start < 0) {
      throw Failures.outOfRange("StartIndex cannot be less than zero.", "startIndex");
    }
    if (count < 0) {
      throw Failures.outOfRange("Count cannot be less than zero.", "count");
    }
    if (count > self.length() - start) {
      throw Failures.outOfRange(
          "Index and count must refer to a location within the string.", "count");
    }
    return self.substring(0, start) + self.substring(start + count);
  }

  public static String insert(String self, int start, @Nullable String value) {
    int length = self.length();
    String known = required(value, "value");
    if (start < 0 || start > length) {
      throw Failures.greater("startIndex", Integer.toUnsignedLong(start), length);
    }
    return concat(self.substring(0, start), known, self.substring(start));
  }

  public static String replace(String self, char from, char to) {
    return self.replace(from, to);
  }

  public static String replace(String self, @Nullable String from, @Nullable String to) {
    int length = self.length();
    String known = required(from, "oldValue");
    if (known.isEmpty()) {
      throw Failures.argument("The value cannot be an empty string.", "oldValue");
    }
    String with = to == null ? "" : to;
    if (with.length() > known.length()) {
      int found = 0;
      for (int at = self.indexOf(known); at >= 0; at = self.indexOf(known, at + known.length())) {
        found++;
      }
      checkLength(length + (long) found * (with.length() - known.length()));
    }
    return self.replace(known, with);
  }

  public static String toUpper(String self) {
    return upper(self);
  }

  public static String toLower(String self) {
    if (isAsciiWithout(self, 'A', 'Z')) {
      return self;
    }
    boolean changed = false;
    StringBuilder lower = new StringBuilder(self.length());
    for (int i = 0; i < self.length(); ) {
      int codePoint = self.codePointAt(i);
      int mapped = Chars.lower(codePoint);
      changed |= mapped != codePoint;
      lower.appendCodePoint(mapped);
      i += Character.charCount(codePoint);
    }
    return changed ? lower.toString() : self;
  }

  /** Is it all ASCII, and nothing of it in this range? */
  private static boolean isAsciiWithout(String text, char first, char last) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII_END || (c >= first && c <= last)) {
        return false;
      }
    }
    return true;
  }

  private static String upper(String text) {
    if (isAsciiWithout(text, 'a', 'z')) {
      return text;
    }
    boolean changed = false;
    StringBuilder upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int mapped = Chars.upper(codePoint);
      changed |= mapped != codePoint;
      upper.appendCodePoint(mapped);
      i += Character.charCount(codePoint);
    }
    return changed ? upper.toString() : text;
  }

  public static String trim(String self) {
    return trimEnd(trimStart(self));
  }

  public static String trimStart(String self) {
    int start = 0;
    while (start < self.length() && Chars.isWhiteSpace(self.charAt(start))) {
      start++;
    }
    return self.substring(start);
  }

  public static String trimEnd(String self) {
    int end = self.length();
    while (end > 0 && Chars.isWhiteSpace(self.charAt(end - 1))) {
      end--;
    }
    return self.substring(0, end);
  }

  /** No characters mean white space. */
  public static String trim(String self, char @Nullable [] characters) {
    return trimEnd(trimStart(self, characters), characters);
  }

  public static String trimStart(String self, char @Nullable [] characters) {
    if (characters == null || characters.length == 0) {
      return trimStart(self);
    }
    int start = 0;
    while (start < self.length() && isIn(self.charAt(start), characters)) {
      start++;
    }
    return self.substring(start);
  }

  public static String trimEnd(String self, char @Nullable [] characters) {
    if (characters == null || characters.length == 0) {
      return trimEnd(self);
    }
    int end = self.length();
    while (end > 0 && isIn(self.charAt(end - 1), characters)) {
      end--;
    }
    return self.substring(0, end);
  }

  static boolean isIn(char c, char[] characters) {
    for (char known : characters) {
      if (known == c) {
        return true;
      }
    }
    return false;
  }

  public static String padLeft(String self, int width) {
    return padLeft(self, width, ' ');
  }

  public static String padLeft(String self, int width, char with) {
    return padding(self, width, with) + self;
  }

  public static String padRight(String self, int width) {
    return padRight(self, width, ' ');
  }

  public static String padRight(String self, int width, char with) {
    return self + padding(self, width, with);
  }

  private static String padding(String self, int width, char with) {
    int missing = width - self.length();
    if (width < 0) {
      throw Failures.negative("totalWidth", width);
    }
    checkLength(width);
    return missing <= 0 ? "" : String.valueOf(with).repeat(missing);
  }

  public static boolean equals(String self, @Nullable String other) {
    return self.equals(other);
  }

  public static boolean equals(String self, @Nullable String other, int comparison) {
    int length = self.length();
    return other != null
        && (ignoresCase(comparison)
            ? length == other.length() && equalIgnoringCase(self, other)
            : self.equals(other));
  }

  public static boolean equalsStatic(
      @Nullable String left, @Nullable String right, int comparison) {
    return left == null ? right == null : equals(left, right, comparison);
  }

  static boolean ignoresCase(int comparison) {
    if (comparison < 0 || comparison > ORDINAL + 1) {
      throw Failures.argument(
          "The string comparison type passed in is currently not supported.", "comparisonType");
    }
    return (comparison & 1) == 1;
  }

  /** Of two that are equally long. */
  private static boolean equalIgnoringCase(String a, String b) {
    for (int i = 0; i < a.length(); i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x == y) {
        continue;
      }
      if ((x | y) >= ASCII_END) {
        return upper(a).equals(upper(b));
      }
      if (upperOfAscii(x) != upperOfAscii(y)) {
        return false;
      }
    }
    return true;
  }

  private static int upperOfAscii(char c) {
    return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
  }

  public static boolean isNullOrEmpty(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  public static boolean isNullOrWhiteSpace(@Nullable String value) {
    if (value != null) {
      for (int i = 0; i < value.length(); i++) {
        if (!Chars.isWhiteSpace(value.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  public static String join(@Nullable String separator, String @Nullable [] values) {
    if (values == null) {
      throw Failures.argumentNull("value");
    }
    return join(separator, (Object) values);
  }

  public static String joinObjects(@Nullable String separator, Object @Nullable [] values) {
    if (values == null) {
      throw Failures.argumentNull("values");
    }
    return join(separator, (Object) values);
  }

  public static String join(@Nullable String separator, @Nullable Object values) {
    if (values == null) {
      throw Failures.argumentNull("values");
    }
    String between = separator == null ? "" : separator;
    StringBuilder joined = new StringBuilder();
    Iterator<?> items = Sequences.iterator(values);
    boolean first = true;
    while (items.hasNext()) {
      Object item = items.next();
      if (!first) {
        joined.append(between);
      }
      first = false;
      if (item != null) {
        joined.append(Text.ofObject(item));
      }
      Fence.characters(joined.length());
    }
    checkLength(joined.length());
    return joined.toString();
  }

  public static String[] split(String self, char @Nullable [] separators) {
    return separators != null && separators.length == 1
        ? splitAt(self, separators[0])
        : split(self, separators, Integer.MAX_VALUE, 0);
  }

  /** At every one of a separator. */
  private static String[] splitAt(String self, char separator) {
    int pieces = 1;
    for (int at = self.indexOf(separator); at >= 0; at = self.indexOf(separator, at + 1)) {
      pieces++;
    }
    String[] parts = new String[pieces];
    int start = 0;
    for (int i = 0; i < pieces - 1; i++) {
      int at = self.indexOf(separator, start);
      parts[i] = self.substring(start, at);
      start = at + 1;
    }
    parts[pieces - 1] = self.substring(start);
    return parts;
  }

  public static String[] split(String self, char @Nullable [] separators, int options) {
    return split(self, separators, Integer.MAX_VALUE, options);
  }

  public static String[] splitInto(String self, char @Nullable [] separators, int count) {
    return split(self, separators, count, 0);
  }

  public static String[] split(String self, char @Nullable [] separators, int count, int options) {
    boolean whiteSpace = separators == null || separators.length == 0;
    return cut(
        self,
        count,
        options,
        (text, at) ->
            (whiteSpace
                    ? Chars.isWhiteSpace(text.charAt(at))
                    : isIn(text.charAt(at), separators == null ? new char[0] : separators))
                ? 1
                : 0);
  }

  public static String[] splitBy(String self, char separator, int options) {
    return options == 0
        ? splitAt(self, separator)
        : split(self, new char[] {separator}, Integer.MAX_VALUE, options);
  }

  public static String[] splitBy(String self, char separator, int count, int options) {
    return split(self, new char[] {separator}, count, options);
  }

  public static String[] splitBy(String self, @Nullable String separator, int options) {
    return separator == null
        ? split(self, (char[]) null, Integer.MAX_VALUE, options)
        : splitBy(self, new String[] {separator}, Integer.MAX_VALUE, options, true);
  }

  public static String[] splitBy(String self, @Nullable String separator, int count, int options) {
    return separator == null
        ? split(self, (char[]) null, count, options)
        : splitBy(self, new String[] {separator}, count, options, true);
  }

  public static String[] splitBy(String self, String @Nullable [] separators, int options) {
    return splitBy(self, separators, Integer.MAX_VALUE, options, false);
  }

  public static String[] splitBy(
      String self, String @Nullable [] separators, int count, int options) {
    return splitBy(self, separators, count, options, false);
  }

  private static String[] splitBy(
      String self, String @Nullable [] separators, int count, int options, boolean single) {
    if (separators == null || separators.length == 0) {
      return split(self, (char[]) null, count, options);
    }
    if (single && separators[0].isEmpty()) {
      return cut(self, count, options, (text, at) -> 0);
    }
    return cut(
        self,
        count,
        options,
        (text, at) -> {
          for (String separator : separators) {
            if (separator != null && !separator.isEmpty() && text.startsWith(separator, at)) {
              return separator.length();
            }
          }
          return 0;
        });
  }

  /** The length of the separator that stands at an offset, 0 without one. */
  private interface Separator {
    int lengthAt(String text, int at);
  }

  private static String[] cut(String self, int count, int options, Separator separator) {
    int length = self.length();
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    boolean dropsEmpty = (options & 1) != 0;
    boolean trims = (options & 2) != 0;
    if ((options & ~3) != 0) {
      throw Failures.argument("Value of flags is invalid.", "options");
    }
    if (count == 0 || (dropsEmpty && self.isEmpty())) {
      return new String[0];
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < length && parts.size() < count - 1; ) {
      int cut = separator.lengthAt(self, at);
      if (cut == 0) {
        at++;
        continue;
      }
      add(parts, self.substring(start, at), dropsEmpty, trims);
      at += cut;
      start = at;
    }
    if (dropsEmpty && parts.size() == count - 1) {
      // The rest begins behind separators that would only cut empty parts off.
      int cut;
      while (start < length && (cut = separator.lengthAt(self, start)) > 0) {
        start += cut;
      }
    }
    add(parts, self.substring(start), dropsEmpty, trims);
    return parts.toArray(new String[0]);
  }

  private static void add(List<String> parts, String part, boolean dropsEmpty, boolean trims) {
    String kept = trims ? trim(part) : part;
    if (!dropsEmpty || !kept.isEmpty()) {
      parts.add(kept);
    }
  }

  public static char[] toCharArray(String self) {
    return self.toCharArray();
  }

  public static String toString(String self) {
    return self.isEmpty() ? "" : self;
  }

  public static String toStringBy(String self, @Nullable Object provider) {
    return toString(self);
  }

  public static String format(@Nullable String format, @Nullable Object @Nullable [] values) {
    if (format == null) {
      throw Failures.argumentNull("format");
    }
    if (values == null) {
      throw Failures.argumentNull("args");
    }
    return CompositeFormat.format(format, values);
  }

  public static String format(@Nullable String format, @Nullable Object a) {
    return format(format, new Object[] {a});
  }

  public static String format(@Nullable String format, @Nullable Object a, @Nullable Object b) {
    return format(format, new Object[] {a, b});
  }

  public static String format(
      @Nullable String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return format(format, new Object[] {a, b, c});
  }

  private static String required(@Nullable String value, String parameter) {
    if (value == null) {
      throw Failures.argumentNull(parameter);
    }
    return value;
  }
}
