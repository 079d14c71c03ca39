package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;

/** What goes wrong with XML, in .NET's words. */
final class XmlFailures {
  private XmlFailures() {}

  static ExpressionFailure xml(String message) {
    return new ExpressionFailure("System.Xml.XmlException", message);
  }

  static ExpressionFailure at(String message, int line, int position) {
    return xml(message + " Line " + line + ", position " + position + ".");
  }

  static ExpressionFailure noParent() {
    return Failures.invalidOperation("The parent is missing.");
  }

  static ExpressionFailure badDocument() {
    return Failures.invalidOperation(
        "This operation would create an incorrectly structured document.");
  }

  static ExpressionFailure badNode(String type) {
    return Failures.argument("A node of type " + type + " cannot be added to content.", null);
  }

  /** {@code '<', hexadecimal value 0x3C}. */
  static String shown(int character) {
    String hexadecimal = Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT);
    return "'"
        + (character < ' ' ? "\0" : Character.toString(character))
        + "', hexadecimal value 0x"
        + (hexadecimal.length() < 2 ? "0" : "")
        + hexadecimal;
  }
}
