package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** Text. */
public class XText extends XNode {
  private String value;

  XText(String value) {
    this.value = value;
  }

  public static XText create(@Nullable String value) {
    return new XText(checked(value));
  }

  public static XText create(@Nullable XText other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return new XText(other.value());
  }

  static String checked(@Nullable String value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return value;
  }

  public final String value() {
    return value;
  }

  public final void setValue(@Nullable String value) {
    this.value = checked(value);
    XmlOutput.checkLength(this.value.length());
  }

  @Override
  public int nodeType() {
    return TEXT;
  }

  @Override
  XText copy() {
    return new XText(value);
  }

  @Override
  boolean deepEquals(XNode other) {
    return other instanceof XText that && nodeType() == that.nodeType() && value.equals(that.value);
  }

  @Override
  void writeTo(XmlOutput output) {
    output.text(value);
  }
}
