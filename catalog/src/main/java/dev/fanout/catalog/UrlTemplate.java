package dev.fanout.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The URL template of an operation, taken apart: {@code /orders/{id}/*?expand={what}}. A parameter
 * takes one segment, a wildcard (only as the last segment) the rest of the path. Query parameters
 * of the template must be present in a request, by name and, where the template has a literal, by
 * value.
 *
 * @param text as it was written, with a leading slash
 * @param segments of the path, without the wildcard
 * @param wildcard whether the path ends in {@code /*}
 */
public record UrlTemplate(
    String text, List<Segment> segments, boolean wildcard, List<QueryParameter> query) {
  public UrlTemplate {
    Objects.requireNonNull(text, "text");
    segments = List.copyOf(segments);
    query = List.copyOf(query);
  }

  /**
   * A piece of the path between two slashes.
   *
   * @param text the literal, or the name of the parameter without braces
   */
  public record Segment(String text, boolean isParameter) {
    public Segment {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * {@code key={parameter}} or {@code key=literal}; exactly one of the two is present, or none for
   * a key without value.
   */
  public record QueryParameter(String key, Optional<String> parameter, Optional<String> literal) {
    public QueryParameter {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(parameter, "parameter");
      Objects.requireNonNull(literal, "literal");
    }
  }

  /**
   * Takes a template apart; a missing leading slash is added.
   *
   * @throws IllegalArgumentException with a text for users
   */
  public static UrlTemplate parse(String template) {
    String text = template.startsWith("/") ? template : "/" + template;
    int mark = text.indexOf('?');
    String path = mark < 0 ? text : text.substring(0, mark);
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<Segment> segments = new ArrayList<>();
    boolean wildcard = false;
    String[] parts = path.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].equals("*")) {
        if (i + 1 < parts.length) {
          throw new IllegalArgumentException("'*' is not the last segment of '" + text + "'");
        }
        wildcard = true;
      } else if (parts.length > 1 || !parts[i].isEmpty()) {
        segments.add(segment(text, parts[i], names));
      }
    }
    List<QueryParameter> query = new ArrayList<>();
    if (mark >= 0 && mark + 1 < text.length()) {
      for (String pair : text.substring(mark + 1).split("&", -1)) {
        query.add(queryParameter(text, pair, names));
      }
    }
    return new UrlTemplate(text, segments, wildcard, query);
  }

  /** The template up to the query. */
  public String path() {
    int mark = text.indexOf('?');
    return mark < 0 ? text : text.substring(0, mark);
  }

  /** Names of all parameters, of the path and then of the query, in order. */
  public List<String> parameterNames() {
    List<String> names = new ArrayList<>();
    segments.stream().filter(Segment::isParameter).forEach(s -> names.add(s.text()));
    query.forEach(q -> q.parameter().ifPresent(names::add));
    return names;
  }

  /** The keys of the template's query, lower case. */
  public Set<String> queryKeys() {
    Set<String> keys = new TreeSet<>();
    query.forEach(q -> keys.add(q.key().toLowerCase(Locale.ROOT)));
    return keys;
  }

  @Override
  public String toString() {
    return text;
  }

  private static Segment segment(String text, String part, Set<String> names) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' has an empty segment");
    }
    if (part.startsWith("{") && part.endsWith("}")) {
      return new Segment(parameterName(text, part, names), true);
    }
    if (part.indexOf('{') >= 0 || part.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "'" + part + "' in '" + text + "': a parameter must be a whole segment");
    }
    return new Segment(part, false);
  }

  private static QueryParameter queryParameter(String text, String pair, Set<String> names) {
    int equals = pair.indexOf('=');
    String key = equals < 0 ? pair : pair.substring(0, equals);
    if (key.isEmpty() || key.indexOf('{') >= 0 || key.indexOf('}') >= 0) {
      throw new IllegalArgumentException("'" + text + "' has a query parameter without a name");
    }
    if (equals < 0) {
      return new QueryParameter(key, Optional.empty(), Optional.empty());
    }
    String value = pair.substring(equals + 1);
    if (value.startsWith("{") && value.endsWith("}")) {
      return new QueryParameter(
          key, Optional.of(parameterName(text, value, names)), Optional.empty());
    }
    if (value.indexOf('{') >= 0 || value.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "'" + pair + "' in '" + text + "': a parameter must be the whole value");
    }
    return new QueryParameter(key, Optional.empty(), Optional.of(value));
  }

  private static String parameterName(String text, String braced, Set<String> names) {
    String name = braced.substring(1, braced.length() - 1);
    if (name.isEmpty() || name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
      throw new IllegalArgumentException("'" + braced + "' in '" + text + "' is not a parameter");
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("parameter '" + name + "' stands twice in '" + text + "'");
    }
    return name;
  }
}
