package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.syntax.Similarity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object; an absent one has a default, a wrong one is an issue and
 * reads as absent. {@link #done} reports members that nobody asked for.
 */
final class Fields {
  private final Json.Members object;
  private final String what;
  private final List<Issue> issues;
  private final Set<String> asked = new TreeSet<>();

  /**
   * @param what for messages: "the request"
   */
  Fields(Json.Members object, String what, List<Issue> issues) {
    this.object = object;
    this.what = what;
    this.issues = issues;
  }

  SourceSpan span() {
    return object.span();
  }

  List<Issue> issues() {
    return issues;
  }

  Set<String> names() {
    return object.members().keySet();
  }

  boolean has(String name) {
    return object.members().containsKey(name);
  }

  /** Null when it is absent or JSON's null. */
  @Nullable Json value(String name) {
    asked.add(name);
    Json.Member member = object.members().get(name);
    return member == null || member.value() instanceof Json.Null ? null : member.value();
  }

  String text(String name, String otherwise) {
    String text = textOrNull(name);
    return text == null ? otherwise : text;
  }

  @Nullable String textOrNull(String name) {
    Json value = value(name);
    if (value == null || value instanceof Json.Text) {
      return value == null ? null : ((Json.Text) value).value();
    }
    return wanted("a text", name, value);
  }

  boolean flag(String name, boolean otherwise) {
    Json value = value(name);
    if (value instanceof Json.Flag flag) {
      return flag.value();
    }
    if (value != null) {
      wanted("true or false", name, value);
    }
    return otherwise;
  }

  int integer(String name, int otherwise) {
    Integer value = integerOrNull(name);
    return value == null ? otherwise : value;
  }

  @Nullable Integer integerOrNull(String name) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Json.Number number && number.isInteger()) {
      try {
        return Integer.valueOf(number.digits());
      } catch (NumberFormatException e) {
        return wanted("a number of 32 bits", name, value);
      }
    }
    return wanted("a whole number", name, value);
  }

  /** A text that {@code parse} turns into a value; it throws for one that is none. */
  <T> @Nullable T parsed(String name, String kind, Function<String, T> parse) {
    Json value = value(name);
    String text = textOrNull(name);
    if (value == null || text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      issues.add(Issue.error("EVAL_BAD_VALUE", value.span(), "'" + name + "' is not " + kind));
      return null;
    }
  }

  <T> @Nullable T object(String name, String description, Function<Fields, T> read) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Json.Members members) {
      Fields fields = new Fields(members, description, issues);
      T result = read.apply(fields);
      fields.done();
      return result;
    }
    return wanted("an object", name, value);
  }

  /** Reads as {@code {}} when it is absent. */
  <T> T objectOrEmpty(String name, String description, Function<Fields, T> read) {
    T result = object(name, description, read);
    return result != null
        ? result
        : read.apply(
            new Fields(new Json.Members(Map.of(), object.span()), description, new ArrayList<>()));
  }

  <T> List<T> objects(String name, String description, Function<Fields, T> read) {
    List<T> results = new ArrayList<>();
    for (Json item : items(name)) {
      if (item instanceof Json.Members members) {
        Fields fields = new Fields(members, description, issues);
        results.add(read.apply(fields));
        fields.done();
      } else {
        wanted("an array of objects", name, item);
      }
    }
    return results;
  }

  List<String> texts(String name, List<String> otherwise) {
    if (value(name) == null) {
      return otherwise;
    }
    List<String> results = new ArrayList<>();
    for (Json item : items(name)) {
      if (item instanceof Json.Text text) {
        results.add(text.value());
      } else {
        wanted("an array of texts", name, item);
      }
    }
    return results;
  }

  private List<Json> items(String name) {
    Json value = value(name);
    if (value == null || value instanceof Json.Items) {
      return value == null ? List.of() : ((Json.Items) value).items();
    }
    wanted("an array", name, value);
    return List.of();
  }

  /** Every member of an object whose names are the user's own. */
  <T> Map<String, T> map(String name, BiFunction<String, Json, Optional<T>> read) {
    Map<String, T> results = new LinkedHashMap<>();
    Json value = value(name);
    if (value instanceof Json.Members members) {
      members
          .members()
          .forEach(
              (key, member) ->
                  read.apply(key, member.value()).ifPresent(item -> results.put(key, item)));
    } else if (value != null) {
      wanted("an object", name, value);
    }
    return results;
  }

  <T> @Nullable T wanted(String wanted, String name, Json found) {
    issues.add(
        Issue.error(
            "EVAL_BAD_VALUE",
            found.span(),
            "'" + name + "' of " + what + " is " + wanted + ", not " + found.kind()));
    return null;
  }

  /** Something is wrong with the object as a whole. */
  void mistake(String message) {
    issues.add(Issue.error("EVAL_BAD_VALUE", object.span(), message));
  }

  /** Reports what nobody asked for. */
  void done() {
    object
        .members()
        .forEach(
            (name, member) -> {
              if (!asked.contains(name)) {
                Issue issue =
                    Issue.error(
                        "EVAL_UNKNOWN_NAME",
                        member.name(),
                        "'" + name + "' is no member of " + what);
                issues.add(
                    Similarity.closest(name, asked)
                        .map(close -> issue.withHint("did you mean '" + close + "'?"))
                        .orElse(issue));
              }
            });
  }
}
