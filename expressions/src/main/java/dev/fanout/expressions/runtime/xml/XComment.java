package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A comment. */
public final class XComment extends XNode {
  private String value;

  private XComment(String value) {
    this.value = value;
  }

  public static XComment create(@Nullable String value) {
    return new XComment(XText.checked(value));
  }

  public static XComment create(@Nullable XComment other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  public String value() {
    return value;
  }

  public void setValue(@Nullable String value) {
    this.value = XText.checked(value);
  }

  @Override
  public int nodeType() {
    return COMMENT;
  }

  @Override
  XComment copy() {
    return new XComment(value);
  }

  @Override
  boolean deepEquals(XNode other) {
    return other instanceof XComment that && value.equals(that.value);
  }

  @Override
  void writeTo(XmlOutput output) {
    output.comment(value);
  }
}
