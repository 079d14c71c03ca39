package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.ClrText;

/** A piece of the input. */
public class Capture implements ClrText {
  private final String text;
  private final int index;
  private final int length;

  Capture(String text, int index, int length) {
    this.text = text;
    this.index = index;
    this.length = length;
  }

  String text() {
    return text;
  }

  public final int index() {
    return index;
  }

  public final int length() {
    return length;
  }

  public final String value() {
    return text.substring(index, index + length);
  }

  @Override
  public final String clrText() {
    return value();
  }

  @Override
  public final String toString() {
    return value();
  }
}
