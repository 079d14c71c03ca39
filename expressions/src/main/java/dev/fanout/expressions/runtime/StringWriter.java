package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** {@code System.IO.StringWriter}. */
public final class StringWriter {
  private final ClrStringBuilder builder;
  private String newLine = Text.NEW_LINE;
  private boolean open = true;

  private StringWriter(ClrStringBuilder builder) {
    this.builder = builder;
  }

  public static StringWriter create() {
    return new StringWriter(ClrStringBuilder.create());
  }

  public static StringWriter createBy(@Nullable Object provider) {
    return create();
  }

  public static StringWriter create(@Nullable ClrStringBuilder builder) {
    if (builder == null) {
      throw Failures.argumentNull("sb");
    }
    return new StringWriter(builder);
  }

  private void put(@Nullable String text) {
    if (!open) {
      throw new ExpressionFailure(
          "System.ObjectDisposedException", "Cannot write to a closed TextWriter.");
    }
    builder.append(text);
  }

  public void write(@Nullable String value) {
    put(value);
  }

  public void write(@Nullable Object value) {
    put(Text.of(value));
  }

  public void write(boolean value) {
    put(Text.of(value));
  }

  public void write(char value) {
    put(Text.of(value));
  }

  public void write(int value) {
    put(Text.of(value));
  }

  public void writeUnsigned(int value) {
    put(Text.ofUnsigned(value));
  }

  public void write(long value) {
    put(Text.of(value));
  }

  public void writeUnsigned(long value) {
    put(Text.ofUnsigned(value));
  }

  public void write(float value) {
    put(Text.of(value));
  }

  public void write(double value) {
    put(Text.of(value));
  }

  public void write(Decimal value) {
    put(value.toString());
  }

  public void write(char @Nullable [] value) {
    put(value == null ? "" : new String(value));
  }

  public void write(char @Nullable [] value, int index, int count) {
    if (value == null) {
      throw Failures.argumentNull("buffer");
    }
    put(StringParts.create(value, index, count));
  }

  public void write(@Nullable String format, @Nullable Object a) {
    put(Strings.format(format, a));
  }

  public void write(@Nullable String format, @Nullable Object a, @Nullable Object b) {
    put(Strings.format(format, a, b));
  }

  public void writeAll(@Nullable String format, @Nullable Object @Nullable [] values) {
    put(Strings.format(format, values));
  }

  public void writeLine() {
    put(newLine);
  }

  public void writeLine(@Nullable String value) {
    put(value);
    writeLine();
  }

  public void writeLine(@Nullable Object value) {
    write(value);
    writeLine();
  }

  public void writeLine(boolean value) {
    write(value);
    writeLine();
  }

  public void writeLine(char value) {
    write(value);
    writeLine();
  }

  public void writeLine(int value) {
    write(value);
    writeLine();
  }

  public void writeLineUnsigned(int value) {
    writeUnsigned(value);
    writeLine();
  }

  public void writeLine(long value) {
    write(value);
    writeLine();
  }

  public void writeLineUnsigned(long value) {
    writeUnsigned(value);
    writeLine();
  }

  public void writeLine(float value) {
    write(value);
    writeLine();
  }

  public void writeLine(double value) {
    write(value);
    writeLine();
  }

  public void writeLine(Decimal value) {
    write(value);
    writeLine();
  }

  public void writeLine(char @Nullable [] value) {
    write(value);
    writeLine();
  }

  public void writeLine(@Nullable String format, @Nullable Object a) {
    write(format, a);
    writeLine();
  }

  public void writeLine(@Nullable String format, @Nullable Object a, @Nullable Object b) {
    write(format, a, b);
    writeLine();
  }

  public void writeLineAll(@Nullable String format, @Nullable Object @Nullable [] values) {
    writeAll(format, values);
    writeLine();
  }

  public ClrStringBuilder getStringBuilder() {
    return builder;
  }

  public String newLine() {
    return newLine;
  }

  public void setNewLine(@Nullable String value) {
    newLine = value == null ? Text.NEW_LINE : value;
  }

  public Charset encoding() {
    return Encodings.unicode();
  }

  public void flush() {
    // All is in memory.
  }

  public void close() {
    open = false;
  }

  public void dispose() {
    open = false;
  }

  @Override
  public String toString() {
    return builder.toString();
  }
}
