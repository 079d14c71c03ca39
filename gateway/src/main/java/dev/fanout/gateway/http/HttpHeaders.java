package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import dev.fanout.gateway.http.internal.FieldSink;
import dev.fanout.gateway.http.internal.HopByHop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order and the spelling in which they came; names compare without case, and a
 * name may occur more than once. Not thread-safe: it belongs to one exchange. Every writing method
 * throws {@link IllegalArgumentException} for a name that is no token or a value with a control
 * byte or a character beyond ISO-8859-1, so that no caller can split a message.
 */
public final class HttpHeaders implements FieldSink {
  /** Name and value by turns. */
  private String[] fields;

  private int length;

  public HttpHeaders() {
    this.fields = new String[16];
  }

  private HttpHeaders(String[] fields, int length) {
    this.fields = fields;
    this.length = length;
  }

  /** Fields in the given order, name and value by turns. */
  public static HttpHeaders of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "names and values come in pairs, not " + namesAndValues.length);
    }
    HttpHeaders headers = new HttpHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  /** The number of fields; a name that occurs twice counts twice. */
  public int size() {
    return length / 2;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The name of field {@code index}, as spelt by its writer. */
  public String name(int index) {
    return fields[index * 2];
  }

  public String value(int index) {
    return fields[index * 2 + 1];
  }

  public boolean contains(String name) {
    return indexOf(name, 0) >= 0;
  }

  /** The value of the first field of that name. */
  public @Nullable String first(String name) {
    int index = indexOf(name, 0);
    return index < 0 ? null : fields[index + 1];
  }

  /** The values of all fields of that name, in order; a list inside one value stays one value. */
  public List<String> all(String name) {
    int first = indexOf(name, 0);
    if (first < 0) {
      return List.of();
    }
    List<String> values = new ArrayList<>(2);
    for (int i = first; i >= 0; i = indexOf(name, i + 2)) {
      values.add(fields[i + 1]);
    }
    return values;
  }

  /** The number of fields of that name. */
  public int count(String name) {
    int count = 0;
    for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 2)) {
      count++;
    }
    return count;
  }

  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < length; i += 2) {
      action.accept(fields[i], fields[i + 1]);
    }
  }

  /** Adds a field at the end. */
  public HttpHeaders add(String name, String value) {
    check(name, value);
    append(name, value);
    return this;
  }

  /** Replaces the fields of that name by one, in the place of the first, else at the end. */
  public HttpHeaders set(String name, String value) {
    check(name, value);
    int first = indexOf(name, 0);
    if (first < 0) {
      append(name, value);
    } else {
      fields[first] = name;
      fields[first + 1] = value;
      removeFrom(name, first + 2);
    }
    return this;
  }

  /** Replaces the fields of that name by one field for each value, at the end if more than one. */
  public HttpHeaders set(String name, List<String> values) {
    if (values.size() == 1) {
      return set(name, values.get(0));
    }
    values.forEach(value -> check(name, value));
    remove(name);
    values.forEach(value -> append(name, value));
    return this;
  }

  /** Removes all fields of that name; says whether there was one. */
  public boolean remove(String name) {
    int before = length;
    removeFrom(name, 0);
    return length != before;
  }

  public HttpHeaders copy() {
    return new HttpHeaders(Arrays.copyOf(fields, Math.max(length, 16)), length);
  }

  /**
   * Removes what concerns one connection only: the fields that RFC 9110, 7.6.1 names and those that
   * a {@code Connection} field names. Content-Length stays.
   */
  public HttpHeaders removeHopByHop() {
    for (String value : all("Connection")) {
      int start = 0;
      while (start <= value.length()) {
        int comma = value.indexOf(',', start);
        int end = comma < 0 ? value.length() : comma;
        String named = value.substring(start, end).trim();
        // A client must not make the gateway drop what it owes to the upstream.
        if (!Ascii.equalsIgnoreCase(named, "Host")
            && !Ascii.equalsIgnoreCase(named, "Content-Length")) {
          remove(named);
        }
        start = end + 1;
      }
    }
    int kept = 0;
    for (int i = 0; i < length; i += 2) {
      if (!HopByHop.contains(fields[i])) {
        fields[kept] = fields[i];
        fields[kept + 1] = fields[i + 1];
        kept += 2;
      }
    }
    truncate(kept);
    return this;
  }

  /** Whether the connection of a message with these fields stays open by RFC 9112, 9.3. */
  boolean keepsAlive(HttpVersion version) {
    boolean keep = version == HttpVersion.HTTP_1_1;
    for (String value : all("Connection")) {
      if (HopByHop.lists(value, "close")) {
        return false;
      }
      keep |= HopByHop.lists(value, "keep-alive");
    }
    return keep;
  }

  /** A field whose syntax the caller has checked. */
  @Override
  public void field(String name, String value) {
    append(name, value);
  }

  /** One {@code Name: value} a line, for messages and logs of tests; values may be secret. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private void append(String name, String value) {
    if (length == fields.length) {
      fields = Arrays.copyOf(fields, length * 2);
    }
    fields[length] = name;
    fields[length + 1] = value;
    length += 2;
  }

  private int indexOf(String name, int from) {
    for (int i = from; i < length; i += 2) {
      if (Ascii.equalsIgnoreCase(fields[i], name)) {
        return i;
      }
    }
    return -1;
  }

  private void removeFrom(String name, int from) {
    int kept = from;
    for (int i = from; i < length; i += 2) {
      if (!Ascii.equalsIgnoreCase(fields[i], name)) {
        fields[kept] = fields[i];
        fields[kept + 1] = fields[i + 1];
        kept += 2;
      }
    }
    truncate(kept);
  }

  private void truncate(int newLength) {
    Arrays.fill(fields, newLength, length, "");
    length = newLength;
  }

  private static void check(String name, String value) {
    if (!Ascii.isToken(name)) {
      throw new IllegalArgumentException("header name '" + name + "' is not a token");
    }
    if (!Ascii.isFieldValue(value)) {
      throw new IllegalArgumentException(
          "the value of header '" + name + "' has a control or non-ISO-8859-1 character");
    }
  }
}
