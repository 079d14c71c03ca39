package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A CDATA section. */
public final class XCData extends XText {
  private XCData(String value) {
    super(value);
  }

  public static XCData create(@Nullable String value) {
    return new XCData(checked(value));
  }

  public static XCData create(@Nullable XCData other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  @Override
  public int nodeType() {
    return CDATA;
  }

  @Override
  XCData copy() {
    return new XCData(value());
  }

  @Override
  void writeTo(XmlOutput output) {
    output.cdata(value());
  }
}
