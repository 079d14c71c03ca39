package dev.fanout.functionhost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A route template: literal segments without regard to case, {@code {name}} for one segment, {@code
 * {name?}} for one or none at the end, {@code {*name}} for the rest, which may be empty (ASP.NET
 * Core routing, "Route templates"). Constraints such as {@code {id:int}} are read and not enforced
 * here, so they are refused.
 */
public final class RouteTemplate {
  private final String text;
  private final List<Segment> segments;

  private record Segment(Kind kind, String text) {}

  private enum Kind {
    LITERAL,
    ONE,
    OPTIONAL,
    REST
  }

  private RouteTemplate(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  /** Throws {@link IllegalArgumentException} that says which segment cannot be served. */
  public static RouteTemplate parse(String template) {
    String trimmed = template.startsWith("/") ? template.substring(1) : template;
    List<Segment> segments = new ArrayList<>();
    if (!trimmed.isEmpty()) {
      for (String part : trimmed.split("/", -1)) {
        if (!segments.isEmpty() && isLast(segments.get(segments.size() - 1))) {
          throw new IllegalArgumentException(
              "route '" + template + "': nothing may follow an optional or catch-all segment");
        }
        segments.add(segment(template, part));
      }
    }
    return new RouteTemplate(trimmed, List.copyOf(segments));
  }

  private static boolean isLast(Segment segment) {
    return segment.kind() == Kind.REST || segment.kind() == Kind.OPTIONAL;
  }

  private static Segment segment(String template, String part) {
    if (!part.contains("{") && !part.contains("}") && !part.isEmpty()) {
      return new Segment(Kind.LITERAL, part.toLowerCase(Locale.ROOT));
    }
    if (!part.matches("\\{(\\*{0,2})\\w+\\??}")) {
      throw new IllegalArgumentException(
          "route '" + template + "': segment '" + part + "' is not supported");
    }
    String name = part.replaceAll("[{}*?]", "");
    if (part.startsWith("{*")) {
      return new Segment(Kind.REST, name);
    }
    return new Segment(part.endsWith("?}") ? Kind.OPTIONAL : Kind.ONE, name);
  }

  /**
   * @param path raw, behind the route prefix, without its leading slash; one trailing slash is
   *     ignored unless the rest of the path is asked for
   * @return raw values of the named segments; empty when the path does not match
   */
  public Optional<Map<String, String>> match(String path) {
    Map<String, String> values = new LinkedHashMap<>();
    int at = 0;
    for (Segment segment : segments) {
      if (segment.kind() == Kind.REST) {
        values.put(segment.text(), at > path.length() ? "" : path.substring(at));
        return Optional.of(values);
      }
      int slash = at > path.length() ? -1 : path.indexOf('/', at);
      String part =
          at >= path.length() ? "" : path.substring(at, slash < 0 ? path.length() : slash);
      if (part.isEmpty()) {
        return segment.kind() == Kind.OPTIONAL && at >= path.length()
            ? Optional.of(values)
            : Optional.empty();
      }
      if (segment.kind() == Kind.LITERAL) {
        if (!part.toLowerCase(Locale.ROOT).equals(segment.text())) {
          return Optional.empty();
        }
      } else {
        values.put(segment.text(), part);
      }
      at += part.length() + 1;
    }
    return at >= path.length() ? Optional.of(values) : Optional.empty();
  }

  /** Higher is tried first: what says more about the path. */
  int precedence() {
    int value = 0;
    for (Segment segment : segments) {
      value = value * 4 + 3 - segment.kind().ordinal();
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RouteTemplate template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
