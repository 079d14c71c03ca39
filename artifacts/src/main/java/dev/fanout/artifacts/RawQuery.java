package dev.fanout.artifacts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Edits a query without touching what is not edited: order, repeats, {@code a=} and {@code a},
 * {@code +} and {@code %2F} stay as they came. Null is "no query at all", here as in {@link
 * PathAndQuery}. Names are compared decoded and without regard to case (observed, not documented).
 */
public final class RawQuery {
  private RawQuery() {}

  /** What {@code set-query-parameter} does when the parameter is there already. */
  public enum ExistsAction {
    OVERRIDE,
    SKIP,
    APPEND,
    DELETE
  }

  /**
   * One piece between two {@code &}.
   *
   * @param raw the whole piece as it came
   * @param name decoded
   * @param value decoded; null when the piece has no {@code =}
   */
  public record Parameter(String raw, String name, @Nullable String value) {
    static Parameter of(String raw) {
      int equals = raw.indexOf('=');
      return equals < 0
          ? new Parameter(raw, decode(raw), null)
          : new Parameter(raw, decode(raw.substring(0, equals)), decode(raw.substring(equals + 1)));
    }
  }

  /** All pieces in order; an empty query has one empty piece less than its separators say: none. */
  public static List<Parameter> parameters(@Nullable String query) {
    List<Parameter> all = new ArrayList<>();
    if (query != null && !query.isEmpty()) {
      for (String piece : query.split("&", -1)) {
        all.add(Parameter.of(piece));
      }
    }
    return all;
  }

  /** The query after {@code set-query-parameter}; values are encoded where they must be. */
  public static @Nullable String set(
      @Nullable String query, String name, List<String> values, ExistsAction action) {
    List<Parameter> present = parameters(query);
    Predicate<Parameter> named = parameter -> parameter.name().equalsIgnoreCase(name);
    boolean exists = present.stream().anyMatch(named);
    if (action == ExistsAction.SKIP && exists) {
      return query;
    }
    if (action == ExistsAction.DELETE && !exists) {
      return query;
    }
    List<String> pieces = new ArrayList<>();
    boolean placed = action == ExistsAction.DELETE;
    for (Parameter parameter : present) {
      if (action == ExistsAction.APPEND || !named.test(parameter)) {
        pieces.add(parameter.raw());
      } else if (!placed) {
        values.forEach(value -> pieces.add(piece(name, value)));
        placed = true;
      }
    }
    if (!placed) {
      values.forEach(value -> pieces.add(piece(name, value)));
    }
    return pieces.isEmpty() ? null : String.join("&", pieces);
  }

  /** {@code %XX} as UTF-8 and {@code +} as a space; a stray {@code %} stays. */
  public static String decode(String raw) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return raw;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int high = c == '%' && i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(raw.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Everything but RFC 3986's unreserved characters as {@code %XX} of its UTF-8 bytes. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      boolean unreserved =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '.'
              || c == '_'
              || c == '~';
      if (unreserved) {
        out.append((char) c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  private static String piece(String name, String value) {
    return encode(name) + "=" + encode(value);
  }
}
