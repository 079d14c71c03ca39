package dev.fanout.artifacts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.artifacts.JsonPlaces.Child;
import dev.fanout.artifacts.JsonPlaces.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes one value of a JSON text and leaves every other character as it is. What is added takes
 * line ends, indentation and spaces from what stands around it.
 */
final class JsonEdit {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private final String lineEnd;
  private final String unit;

  /**
   * @param text which must be JSON
   */
  JsonEdit(String text) {
    this.text = text;
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    this.unit = unit(text);
  }

  /** A pointer leads to a place where nothing can be put. */
  static final class NoSuchPlace extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    NoSuchPlace(int offset, String message) {
      super(message);
      this.offset = offset;
    }

    /** Of the value that has no room for what the pointer names. */
    int offset() {
      return offset;
    }
  }

  /**
   * The text with a value put in the place of another, or added with the objects that lead to it.
   *
   * @param value a string, number, boolean, list or map
   */
  String set(JsonPointer pointer, Object value) throws NoSuchPlace {
    Place place = JsonPlaces.of(text);
    JsonPointer rest = pointer;
    while (!rest.matches()) {
      Optional<Child> next = place.child(rest);
      if (next.isEmpty()) {
        return add(place, rest, value);
      }
      place = next.get().value();
      rest = rest.tail();
    }
    JsonNode wanted = JSON.valueToTree(value);
    return tree(place).equals(wanted)
        ? text
        : replaced(place.start(), place.end(), written(wanted, indent(place.start())));
  }

  /** The text without a member or element, and the same text when there is none. */
  String remove(JsonPointer pointer) throws NoSuchPlace {
    if (pointer.matches()) {
      throw new NoSuchPlace(0, "the whole document cannot be removed");
    }
    Place place = JsonPlaces.of(text);
    JsonPointer rest = pointer;
    while (!rest.tail().matches()) {
      Optional<Child> next = place.child(rest);
      if (next.isEmpty()) {
        return text;
      }
      place = next.get().value();
      rest = rest.tail();
    }
    Optional<Child> child = place.child(rest);
    return child.isEmpty() ? text : removed(place.children(), child.get());
  }

  private String removed(List<Child> children, Child child) {
    int index = children.indexOf(child);
    if (index + 1 < children.size()) {
      return replaced(child.start(), children.get(index + 1).start(), "");
    }
    int from = index > 0 ? children.get(index - 1).value().end() : startOfSpace(child.start());
    return replaced(from, child.value().end(), "");
  }

  private String add(Place place, JsonPointer rest, Object value) throws NoSuchPlace {
    if (place.isArray() && rest.getMatchingIndex() == place.children().size()) {
      return add(place, "", "", nested(rest.tail(), value));
    }
    if (!place.isObject()) {
      throw new NoSuchPlace(place.start(), "'" + rest + "' cannot stand in this value");
    }
    String key = String.valueOf(JSON.getNodeFactory().textNode(rest.getMatchingProperty()));
    String colon =
        place.children().isEmpty()
            ? ": "
            : text.substring(last(place).keyEnd(), last(place).value().start());
    return add(place, key, colon, nested(rest.tail(), value));
  }

  private String add(Place place, String key, String colon, JsonNode value) {
    if (!place.children().isEmpty()) {
      Child last = last(place);
      String lead = text.substring(startOfSpace(last.start()), last.start());
      int end = last.value().end();
      return replaced(end, end, "," + lead + key + colon + written(value, indent(last.start())));
    }
    int from = place.start() + 1;
    int to = place.end() - 1;
    if (text.indexOf('\n') < 0) {
      return replaced(from, to, key + colon + written(value, ""));
    }
    String outer = lineEnd + indent(place.start());
    String inner = indent(place.start()) + unit;
    return replaced(from, to, lineEnd + inner + key + colon + written(value, inner) + outer);
  }

  private static JsonNode nested(JsonPointer rest, Object value) {
    JsonNode node = JSON.valueToTree(value);
    return rest.matches()
        ? node
        : JSON.valueToTree(Map.of(rest.getMatchingProperty(), nested(rest.tail(), value)));
  }

  private String written(JsonNode value, String indent) {
    if (!value.isContainerNode() || text.indexOf('\n') < 0) {
      return value.toString();
    }
    StringBuilder out = new StringBuilder();
    for (String line : JsonText.pretty(value).split("\n", -1)) {
      String content = line.stripLeading();
      int depth = (line.length() - content.length()) / 2;
      out.append(out.length() == 0 ? "" : lineEnd + indent)
          .append(unit.repeat(depth))
          .append(content);
    }
    return out.toString();
  }

  private JsonNode tree(Place place) {
    try {
      return JSON.readTree(text.substring(place.start(), place.end()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String replaced(int start, int end, String with) {
    return text.substring(0, start) + with + text.substring(end);
  }

  private static Child last(Place place) {
    return place.children().get(place.children().size() - 1);
  }

  private int startOfSpace(int offset) {
    int at = offset;
    while (at > 0 && JsonPlaces.isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The blanks at the start of the line. */
  private String indent(int offset) {
    int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** The blanks in front of the first line that has some: one level. */
  private static String unit(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && (line.charAt(0) == ' ' || line.charAt(0) == '\t'))
        .findFirst()
        .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
        .orElse("  ");
  }
}
