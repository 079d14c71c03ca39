package dev.fanout.load.export;

import java.util.ArrayList;
import java.util.List;

/** An element of a JMeter plan with its properties, and what hangs below it. */
final class JmxNode {
  private static final String STEP = "  ";

  private final String tag;
  private final String attributes;
  private final List<String> properties = new ArrayList<>();
  private final List<JmxNode> children = new ArrayList<>();

  JmxNode(String tag, String gui, String name) {
    this.tag = tag;
    this.attributes =
        " guiclass=\""
            + gui
            + "\" testclass=\""
            + tag
            + "\" testname=\""
            + escaped(name)
            + "\" enabled=\"true\"";
  }

  JmxNode text(String name, String value) {
    properties.add(property("stringProp", name, value));
    return this;
  }

  JmxNode number(String name, long value) {
    properties.add(property("intProp", name, String.valueOf(value)));
    return this;
  }

  JmxNode flag(String name, boolean value) {
    properties.add(property("boolProp", name, String.valueOf(value)));
    return this;
  }

  JmxNode texts(String name, List<String> values) {
    StringBuilder out = new StringBuilder("<collectionProp name=\"" + escaped(name) + "\">\n");
    for (String value : values) {
      out.append(STEP).append(property("stringProp", value, value)).append('\n');
    }
    properties.add(out.append("</collectionProp>").toString());
    return this;
  }

  /** XML that is no plain property. */
  JmxNode raw(String xml) {
    properties.add(xml);
    return this;
  }

  JmxNode add(JmxNode child) {
    children.add(child);
    return this;
  }

  /** The element and its tree, indented. */
  String emit(int depth) {
    String indent = STEP.repeat(depth);
    StringBuilder out = new StringBuilder();
    out.append(indent).append('<').append(tag).append(attributes).append(">\n");
    for (String property : properties) {
      property.lines().forEach(line -> out.append(indent).append(STEP).append(line).append('\n'));
    }
    out.append(indent).append("</").append(tag).append(">\n");
    if (children.isEmpty()) {
      return out.append(indent).append("<hashTree/>\n").toString();
    }
    out.append(indent).append("<hashTree>\n");
    children.forEach(child -> out.append(child.emit(depth + 1)));
    return out.append(indent).append("</hashTree>\n").toString();
  }

  static String property(String type, String name, String value) {
    return "<" + type + " name=\"" + escaped(name) + "\">" + escaped(value) + "</" + type + ">";
  }

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
