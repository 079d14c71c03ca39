package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code System.Text.StringBuilder}, bounded as strings are. Every appending call gives itself. */
public final class ClrStringBuilder {
  private static final String INDEX =
      "Index was out of range. Must be non-negative and less than or equal to the size of the"
          + " collection.";

  private final StringBuilder text;
  private int capacity;

  private ClrStringBuilder(String text, int capacity) {
    this.text = new StringBuilder(text);
    this.capacity = Math.max(capacity, text.length());
  }

  public static ClrStringBuilder create() {
    return new ClrStringBuilder("", 16);
  }

  public static ClrStringBuilder create(int capacity) {
    if (capacity < 0) {
      throw Failures.outOfRange("'capacity' must be greater than zero.", "capacity");
    }
    return new ClrStringBuilder("", capacity == 0 ? 16 : capacity);
  }

  public static ClrStringBuilder create(int capacity, int maxCapacity) {
    if (capacity > maxCapacity) {
      throw Failures.outOfRange("Capacity exceeds maximum capacity.", "capacity");
    }
    return create(capacity);
  }

  public static ClrStringBuilder create(@Nullable String value) {
    return new ClrStringBuilder(value == null ? "" : value, 16);
  }

  public static ClrStringBuilder create(@Nullable String value, int capacity) {
    create(capacity);
    return new ClrStringBuilder(value == null ? "" : value, capacity);
  }

  public static ClrStringBuilder create(
      @Nullable String value, int start, int length, int capacity) {
    String known = value == null ? "" : value;
    return new ClrStringBuilder(Strings.substring(known, start, length), capacity);
  }

  private ClrStringBuilder add(String part) {
    Fence.characters((long) text.length() + part.length());
    Strings.checkLength(part.length());
    text.append(part);
    return this;
  }

  public ClrStringBuilder append(@Nullable String value) {
    return value == null ? this : add(value);
  }

  public ClrStringBuilder append(@Nullable Object value) {
    return value == null ? this : add(Text.ofObject(value));
  }

  public ClrStringBuilder append(boolean value) {
    return add(Text.of(value));
  }

  public ClrStringBuilder append(char value) {
    Fence.characters(text.length() + 1L);
    text.append(value);
    return this;
  }

  public ClrStringBuilder append(int value) {
    return add(Integer.toString(value));
  }

  public ClrStringBuilder appendUnsigned(int value) {
    return add(Integer.toUnsignedString(value));
  }

  public ClrStringBuilder append(long value) {
    return add(Long.toString(value));
  }

  public ClrStringBuilder appendUnsigned(long value) {
    return add(Long.toUnsignedString(value));
  }

  public ClrStringBuilder append(float value) {
    return add(Numbers.text(value));
  }

  public ClrStringBuilder append(double value) {
    return add(Numbers.text(value));
  }

  public ClrStringBuilder append(Decimal value) {
    return add(value.toString());
  }

  public ClrStringBuilder append(char @Nullable [] value) {
    return value == null ? this : add(new String(value));
  }

  public ClrStringBuilder append(@Nullable ClrStringBuilder value) {
    return value == null ? this : add(value.toString());
  }

  public ClrStringBuilder append(char value, int count) {
    if (count < 0) {
      throw Failures.negative("repeatCount", count);
    }
    Fence.characters((long) text.length() + count);
    return add(String.valueOf(value).repeat(count));
  }

  public ClrStringBuilder append(@Nullable String value, int start, int count) {
    if (value == null && start == 0 && count == 0) {
      return this;
    }
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return add(part(value, start, count));
  }

  public ClrStringBuilder append(@Nullable ClrStringBuilder value, int start, int count) {
    return append(value == null ? null : value.toString(), start, count);
  }

  public ClrStringBuilder append(char @Nullable [] value, int start, int count) {
    return append(value == null ? null : new String(value), start, count);
  }

  private static String part(String value, int start, int count) {
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    if (start < 0) {
      throw Failures.negative("startIndex", start);
    }
    if (start > value.length() - count) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    return value.substring(start, start + count);
  }

  public ClrStringBuilder appendLine() {
    return add(Text.NEW_LINE);
  }

  public ClrStringBuilder appendLine(@Nullable String value) {
    return append(value).appendLine();
  }

  public ClrStringBuilder appendFormat(@Nullable String format, @Nullable Object a) {
    return add(Strings.format(format, a));
  }

  public ClrStringBuilder appendFormat(
      @Nullable String format, @Nullable Object a, @Nullable Object b) {
    return add(Strings.format(format, a, b));
  }

  public ClrStringBuilder appendFormat(
      @Nullable String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return add(Strings.format(format, a, b, c));
  }

  public ClrStringBuilder appendFormatAll(
      @Nullable String format, @Nullable Object @Nullable [] values) {
    return add(Strings.format(format, values));
  }

  public ClrStringBuilder appendFormatAll(
      @Nullable Object provider, @Nullable String format, @Nullable Object @Nullable [] values) {
    return add(Strings.format(format, values));
  }

  public ClrStringBuilder appendJoin(@Nullable String separator, String @Nullable [] values) {
    return add(Strings.join(separator, values));
  }

  public ClrStringBuilder appendJoinAll(@Nullable String separator, Object @Nullable [] values) {
    return add(Strings.joinObjects(separator, values));
  }

  public ClrStringBuilder appendJoinItems(@Nullable String separator, @Nullable Object values) {
    return add(Strings.join(separator, values));
  }

  public ClrStringBuilder appendJoin(char separator, String @Nullable [] values) {
    return add(Strings.join(String.valueOf(separator), values));
  }

  public ClrStringBuilder appendJoinAll(char separator, Object @Nullable [] values) {
    return add(Strings.joinObjects(String.valueOf(separator), values));
  }

  public ClrStringBuilder appendJoinItems(char separator, @Nullable Object values) {
    return add(Strings.join(String.valueOf(separator), values));
  }

  public ClrStringBuilder clear() {
    text.setLength(0);
    return this;
  }

  private ClrStringBuilder put(int index, String value) {
    if (index < 0 || index > text.length()) {
      throw Failures.outOfRange(INDEX, "index");
    }
    Fence.characters((long) text.length() + value.length());
    Fence.steps(1 + (text.length() - index) / 64);
    text.insert(index, value);
    return this;
  }

  public ClrStringBuilder insert(int index, @Nullable String value) {
    return put(index, value == null ? "" : value);
  }

  public ClrStringBuilder insert(int index, @Nullable String value, int count) {
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    String known = value == null ? "" : value;
    Strings.checkLength((long) known.length() * count);
    return put(index, known.repeat(count));
  }

  public ClrStringBuilder insert(int index, @Nullable Object value) {
    return put(index, value == null ? "" : Text.ofObject(value));
  }

  public ClrStringBuilder insert(int index, boolean value) {
    return put(index, Text.of(value));
  }

  public ClrStringBuilder insert(int index, char value) {
    return put(index, String.valueOf(value));
  }

  public ClrStringBuilder insert(int index, char @Nullable [] value) {
    return put(index, value == null ? "" : new String(value));
  }

  public ClrStringBuilder insert(int index, char @Nullable [] value, int start, int count) {
    return put(index, value == null ? "" : part(new String(value), start, count));
  }

  public ClrStringBuilder insert(int index, int value) {
    return put(index, Integer.toString(value));
  }

  public ClrStringBuilder insertUnsigned(int index, int value) {
    return put(index, Integer.toUnsignedString(value));
  }

  public ClrStringBuilder insert(int index, long value) {
    return put(index, Long.toString(value));
  }

  public ClrStringBuilder insertUnsigned(int index, long value) {
    return put(index, Long.toUnsignedString(value));
  }

  public ClrStringBuilder insert(int index, float value) {
    return put(index, Numbers.text(value));
  }

  public ClrStringBuilder insert(int index, double value) {
    return put(index, Numbers.text(value));
  }

  public ClrStringBuilder insert(int index, Decimal value) {
    return put(index, value.toString());
  }

  public ClrStringBuilder remove(int start, int length) {
    if (length < 0) {
      throw Failures.negative("length", length);
    }
    if (start < 0) {
      throw Failures.negative("startIndex", start);
    }
    if (length > text.length() - start) {
      throw Failures.outOfRange(INDEX, "length");
    }
    Fence.steps(1 + (text.length() - start) / 64);
    text.delete(start, start + length);
    return this;
  }

  public ClrStringBuilder replace(char from, char to) {
    return replace(from, to, 0, text.length());
  }

  public ClrStringBuilder replace(char from, char to, int start, int count) {
    checkRange(start, count);
    for (int i = start; i < start + count; i++) {
      if (text.charAt(i) == from) {
        text.setCharAt(i, to);
      }
    }
    return this;
  }

  public ClrStringBuilder replace(@Nullable String from, @Nullable String to) {
    return replace(from, to, 0, text.length());
  }

  public ClrStringBuilder replace(
      @Nullable String from, @Nullable String to, int start, int count) {
    checkRange(start, count);
    String replaced = Strings.replace(text.substring(start, start + count), from, to);
    Fence.characters((long) text.length() - count + replaced.length());
    text.replace(start, start + count, replaced);
    return this;
  }

  private void checkRange(int start, int count) {
    if (start < 0 || start > text.length()) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    if (count < 0 || start > text.length() - count) {
      throw Failures.outOfRange(INDEX, "count");
    }
    Fence.steps(1 + text.length() / 64);
  }

  public void copyTo(int sourceIndex, char @Nullable [] target, int targetIndex, int count) {
    if (target == null) {
      throw Failures.argumentNull("destination");
    }
    if (sourceIndex < 0 || sourceIndex > text.length() - count || count < 0) {
      throw Failures.outOfRange(INDEX, "sourceIndex");
    }
    if (targetIndex < 0 || targetIndex > target.length - count) {
      throw Failures.argument(
          "Either offset did not refer to a position in the string, or there is an insufficient"
              + " length of destination character array.",
          null);
    }
    text.getChars(sourceIndex, sourceIndex + count, target, targetIndex);
  }

  public char item(int index) {
    if (index < 0 || index >= text.length()) {
      throw new dev.fanout.expressions.ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
    return text.charAt(index);
  }

  public void setItem(int index, char value) {
    if (index < 0 || index >= text.length()) {
      throw Failures.outOfRange(
          "Index was out of range. Must be non-negative and less than the size of the collection.",
          "index");
    }
    text.setCharAt(index, value);
  }

  public int length() {
    return text.length();
  }

  /** Fills with zero characters where it grows. */
  public void setLength(int length) {
    if (length < 0) {
      throw Failures.outOfRange("Length cannot be less than zero.", "value");
    }
    Strings.checkLength(length);
    text.setLength(length);
  }

  /** A power of two above the length, unless it was set; it bounds nothing. */
  public int capacity() {
    while (capacity < text.length()) {
      capacity = Math.max(text.length(), capacity * 2);
    }
    return capacity;
  }

  public void setCapacity(int value) {
    if (value < text.length()) {
      throw Failures.outOfRange("capacity was less than the current size.", "value");
    }
    capacity = value;
  }

  public int ensureCapacity(int value) {
    if (value < 0) {
      throw Failures.negative("capacity", value);
    }
    capacity = Math.max(capacity(), value);
    return capacity;
  }

  public int maxCapacity() {
    return Integer.MAX_VALUE;
  }

  /** By content, in the overload that takes another builder. */
  public boolean sameText(@Nullable ClrStringBuilder other) {
    return other != null && text.compareTo(other.text) == 0;
  }

  public String toString(int start, int length) {
    if (start < 0 || start > text.length()) {
      throw Failures.outOfRange(INDEX, "startIndex");
    }
    if (length < 0 || start > text.length() - length) {
      throw Failures.outOfRange(
          "Index and length must refer to a location within the string.", "length");
    }
    return text.substring(start, start + length);
  }

  @Override
  public String toString() {
    Fence.steps(text.length() / 64);
    return text.toString();
  }
}
