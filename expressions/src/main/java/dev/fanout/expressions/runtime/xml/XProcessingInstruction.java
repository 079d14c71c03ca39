package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A processing instruction. */
public final class XProcessingInstruction extends XNode {
  private String target;
  private String data;

  private XProcessingInstruction(String target, String data) {
    this.target = target;
    this.data = data;
  }

  public static XProcessingInstruction create(@Nullable String target, @Nullable String data) {
    if (data == null) {
      throw Failures.argumentNull("data");
    }
    return new XProcessingInstruction(checkedTarget(target), data);
  }

  public static XProcessingInstruction create(@Nullable XProcessingInstruction other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  private static String checkedTarget(@Nullable String target) {
    if (target == null) {
      throw Failures.argumentNull("target");
    }
    if (target.isEmpty()) {
      throw Failures.argument("The value cannot be an empty string.", "name");
    }
    XmlNames.verified(target);
    if (target.equalsIgnoreCase("xml")) {
      throw Failures.argument(
          "'" + target + "' is an invalid name for a processing instruction.", null);
    }
    return target;
  }

  public String target() {
    return target;
  }

  public void setTarget(@Nullable String value) {
    target = checkedTarget(value);
  }

  public String data() {
    return data;
  }

  public void setData(@Nullable String value) {
    data = XText.checked(value);
  }

  @Override
  public int nodeType() {
    return PROCESSING_INSTRUCTION;
  }

  @Override
  XProcessingInstruction copy() {
    return new XProcessingInstruction(target, data);
  }

  @Override
  boolean deepEquals(XNode other) {
    return other instanceof XProcessingInstruction that
        && target.equals(that.target)
        && data.equals(that.data);
  }

  @Override
  void writeTo(XmlOutput output) {
    output.instruction(target, data);
  }
}
