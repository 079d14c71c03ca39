package dev.fanout.expressions.runtime.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container that is open, and where in it the reader or writer stands. */
final class JsonPosition {
  /** The kinds of containers, named as in messages. */
  enum Container {
    OBJECT("Object"),
    ARRAY("Array"),
    CONSTRUCTOR("Constructor");

    private final String display;

    Container(String display) {
      this.display = display;
    }

    @Override
    public String toString() {
      return display;
    }
  }

  private static final String SPECIAL = ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029";

  final Container container;

  /** Of arrays and constructors: the current item, -1 before the first. */
  int index;

  /** Of objects: the current property. */
  @Nullable String propertyName;

  JsonPosition(Container container, int index, @Nullable String propertyName) {
    this.container = container;
    this.index = index;
    this.propertyName = propertyName;
  }

  static JsonPosition open(Container container) {
    return new JsonPosition(container, -1, null);
  }

  static JsonPosition ofProperty(String name) {
    return new JsonPosition(Container.OBJECT, -1, name);
  }

  static JsonPosition ofItem(int index) {
    return new JsonPosition(Container.ARRAY, index, null);
  }

  boolean hasIndex() {
    return container != Container.OBJECT;
  }

  /** {@code order.lines[2]['odd name']}. */
  static String path(List<JsonPosition> open, @Nullable JsonPosition current) {
    StringBuilder path = new StringBuilder();
    for (JsonPosition position : open) {
      position.appendTo(path);
    }
    if (current != null) {
      current.appendTo(path);
    }
    return path.toString();
  }

  private void appendTo(StringBuilder path) {
    if (hasIndex()) {
      path.append('[').append(index).append(']');
      return;
    }
    String name = propertyName == null ? "" : propertyName;
    if (isSpecial(name)) {
      path.append("['");
      JsonText.escape(path, name, '\'');
      path.append("']");
    } else {
      path.append(path.length() > 0 ? "." : "").append(name);
    }
  }

  private static boolean isSpecial(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
