package dev.fanout.artifacts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the values of a JSON text stand. The text must have been found to be JSON before. */
final class JsonPlaces {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private int at;

  private JsonPlaces(String text) {
    this.text = text;
  }

  /**
   * A value.
   *
   * @param first its first character, which says what it is
   * @param children in order; none for a scalar
   */
  record Place(char first, int start, int end, List<Child> children) {
    boolean isObject() {
      return first == '{';
    }

    boolean isArray() {
      return first == '[';
    }

    /** The child that a pointer's first part names; of two members with one name, the last. */
    Optional<Child> child(JsonPointer pointer) {
      Optional<Child> found = Optional.empty();
      for (int i = 0; i < children.size(); i++) {
        Child child = children.get(i);
        boolean matches =
            isObject()
                ? child.key().equals(pointer.getMatchingProperty())
                : i == pointer.getMatchingIndex();
        found = matches ? Optional.of(child) : found;
      }
      return found;
    }
  }

  /**
   * A member of an object or an element of an array.
   *
   * @param key empty in an array
   * @param start of the key, or of the value in an array
   * @param keyEnd behind the key's quote; {@code start} in an array
   */
  record Child(String key, int start, int keyEnd, Place value) {}

  static Place of(String text) {
    JsonPlaces places = new JsonPlaces(text);
    places.skipSpace();
    return places.value();
  }

  private Place value() {
    int start = at;
    char first = text.charAt(at);
    List<Child> children = new ArrayList<>();
    if (first == '{' || first == '[') {
      char close = first == '{' ? '}' : ']';
      at++;
      skipSpace();
      while (text.charAt(at) != close) {
        children.add(first == '{' ? member() : element());
        skipSpace();
        if (text.charAt(at) == ',') {
          at++;
          skipSpace();
        }
      }
      at++;
    } else if (first == '"') {
      skipString();
    } else {
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
    return new Place(first, start, at, children);
  }

  private Child member() {
    int start = at;
    skipString();
    int keyEnd = at;
    skipSpace();
    at++; // The colon.
    skipSpace();
    return new Child(decoded(text.substring(start, keyEnd)), start, keyEnd, value());
  }

  private Child element() {
    int start = at;
    return new Child("", start, start, value());
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static String decoded(String quoted) {
    try {
      return JSON.readValue(quoted, String.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
