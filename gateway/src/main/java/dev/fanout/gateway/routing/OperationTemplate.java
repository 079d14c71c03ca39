package dev.fanout.gateway.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation's {@code urlTemplate}: {@code /orders/{id}?state={state}}. A segment is a literal, a
 * parameter, a mixture ({@code Products({id})}), or, as the last one, the wildcard {@code *} or
 * {@code {*rest}}. A trailing slash does not matter. Query parameters belong to the template: a
 * request must carry them (with that value, where the template has a literal one).
 */
public final class OperationTemplate {
  private final String text;
  private final List<Segment> segments;
  private final List<String> pathParameters;
  private final List<QueryParameter> queryParameters;

  private OperationTemplate(
      String text,
      List<Segment> segments,
      List<String> pathParameters,
      List<QueryParameter> queryParameters) {
    this.text = text;
    this.segments = List.copyOf(segments);
    this.pathParameters = List.copyOf(pathParameters);
    this.queryParameters = List.copyOf(queryParameters);
  }

  /**
   * @throws IllegalArgumentException when braces do not pair, a parameter has no name or stands
   *     twice, or a wildcard is not the last segment
   */
  public static OperationTemplate parse(String text) {
    int question = text.indexOf('?');
    String path = question < 0 ? text : text.substring(0, question);
    List<Segment> segments = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    for (String part : split(path)) {
      if (!segments.isEmpty() && segments.get(segments.size() - 1) instanceof Wildcard) {
        throw new IllegalArgumentException(
            "template '" + text + "' goes on after its wildcard, which must be the last segment");
      }
      segments.add(segment(text, part, parameters));
    }
    List<QueryParameter> query = new ArrayList<>();
    if (question >= 0) {
      for (String pair : text.substring(question + 1).split("&", -1)) {
        if (!pair.isEmpty()) {
          query.add(queryParameter(text, pair));
        }
      }
    }
    requireDistinct(text, parameters, query);
    return new OperationTemplate(text, segments, parameters, query);
  }

  /** The template as it was written. */
  public String text() {
    return text;
  }

  /** Names in order of their place in the path; the wildcard {@code *} is called {@code *}. */
  public List<String> pathParameters() {
    return pathParameters;
  }

  /** The query parameters that a request must carry, in the template's order. */
  public List<QueryParameter> queryParameters() {
    return queryParameters;
  }

  /**
   * The value of a query parameter of the template by the name in braces, in any case.
   *
   * @param query as it was sent, without the question mark
   * @return as it was sent; null for a name that is not in the template
   */
  public @Nullable String queryValue(String parameterName, String query) {
    for (QueryParameter parameter : queryParameters) {
      String name = parameter.parameter().orElse("");
      if (name.equalsIgnoreCase(parameterName)) {
        return QueryLookup.first(query, parameter.name());
      }
    }
    return null;
  }

  List<Segment> segments() {
    return segments;
  }

  @Override
  public String toString() {
    return text;
  }

  private static List<String> split(String path) {
    String trimmed = path.startsWith("/") ? path.substring(1) : path;
    if (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
  }

  private static Segment segment(String template, String part, List<String> parameters) {
    if (part.equals("*")) {
      parameters.add("*");
      return new Wildcard();
    }
    if (part.startsWith("{*") && part.endsWith("}")) {
      parameters.add(name(template, part.substring(2, part.length() - 1)));
      return new Wildcard();
    }
    List<String> literals = new ArrayList<>();
    int at = 0;
    while (true) {
      int open = part.indexOf('{', at);
      String literal = part.substring(at, open < 0 ? part.length() : open);
      if (literal.indexOf('}') >= 0) {
        throw new IllegalArgumentException("template '" + template + "' has a '}' without '{'");
      }
      literals.add(literal);
      if (open < 0) {
        break;
      }
      int close = part.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("template '" + template + "' has a '{' without '}'");
      }
      if (literals.size() > 1 && literal.isEmpty()) {
        throw new IllegalArgumentException(
            "template '" + template + "' has two parameters with nothing between them");
      }
      parameters.add(name(template, part.substring(open + 1, close)));
      at = close + 1;
    }
    if (literals.size() == 1) {
      return new Literal(part);
    }
    boolean whole = literals.size() == 2 && literals.get(0).isEmpty() && literals.get(1).isEmpty();
    return whole ? new Parameter() : new Mixture(literals);
  }

  private static QueryParameter queryParameter(String template, String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "template '" + template + "' has a query parameter without a name");
    }
    if (value.startsWith("{") && value.endsWith("}")) {
      String parameter = name(template, value.substring(1, value.length() - 1));
      return new QueryParameter(name, Optional.of(parameter), Optional.empty());
    }
    return new QueryParameter(
        name, Optional.empty(), equals < 0 ? Optional.empty() : Optional.of(value));
  }

  private static String name(String template, String name) {
    if (name.isEmpty() || name.indexOf('{') >= 0) {
      throw new IllegalArgumentException(
          "template '" + template + "' has a parameter without name");
    }
    return name;
  }

  private static void requireDistinct(
      String template, List<String> path, List<QueryParameter> query) {
    List<String> names = new ArrayList<>(path);
    query.forEach(parameter -> parameter.parameter().ifPresent(names::add));
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "template '" + template + "' has the parameter '" + name + "' twice");
      }
    }
  }

  /**
   * A query parameter of a template.
   *
   * @param parameter the name in braces: any value matches
   * @param literal the value that a request must have, as it stands
   */
  public record QueryParameter(String name, Optional<String> parameter, Optional<String> literal) {
    public QueryParameter {
      Objects.requireNonNull(name, "name");
    }
  }

  sealed interface Segment {}

  record Literal(String text) implements Segment {}

  record Parameter() implements Segment {}

  record Wildcard() implements Segment {}

  /** Literals around parameters: one more literal than parameters, the outer ones may be empty. */
  record Mixture(List<String> literals) implements Segment {
    Mixture {
      literals = List.copyOf(literals);
    }

    int literalLength() {
      return literals.stream().mapToInt(String::length).sum();
    }
  }
}
