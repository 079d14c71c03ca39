package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Parsing;
import dev.fanout.expressions.runtime.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands in {@code ?(…)}. */
final class PathQueryParser {
  /** In the order in which they are tried. */
  private static final Map<String, PathQuery.Operator> OPERATORS = new LinkedHashMap<>();

  static {
    OPERATORS.put("===", PathQuery.Operator.STRICT_EQUALS);
    OPERATORS.put("==", PathQuery.Operator.EQUALS);
    OPERATORS.put("=~", PathQuery.Operator.MATCHES);
    OPERATORS.put("!==", PathQuery.Operator.STRICT_NOT_EQUALS);
    OPERATORS.put("!=", PathQuery.Operator.NOT_EQUALS);
    OPERATORS.put("<>", PathQuery.Operator.NOT_EQUALS);
    OPERATORS.put("<=", PathQuery.Operator.LESS_OR_EQUAL);
    OPERATORS.put("<", PathQuery.Operator.LESS);
    OPERATORS.put(">=", PathQuery.Operator.GREATER_OR_EQUAL);
    OPERATORS.put(">", PathQuery.Operator.GREATER);
  }

  private final PathParser text;

  PathQueryParser(PathParser text) {
    this.text = text;
  }

  /**
   * Stands behind the parenthesis, and then on the closing one. Operators bind as they come: after
   * {@code a && b ||} what follows is joined by "or" inside of the "and", as Newtonsoft does it.
   */
  PathQuery parse() {
    PathQuery.Joined root = null;
    PathQuery.Joined parent = null;
    while (!text.isEnd()) {
      PathQuery comparison = comparison();
      requireInside();
      char c = text.current();
      if (c == ')') {
        if (parent == null) {
          return comparison;
        }
        parent.parts().add(comparison);
        return root == null ? parent : root;
      }
      boolean and = c == '&';
      if (and || c == '|') {
        if (!matches(and ? "&&" : "||")) {
          throw unexpected();
        }
        if (parent == null || parent.and() != and) {
          PathQuery.Joined joined = new PathQuery.Joined(and, new ArrayList<>());
          if (parent != null) {
            parent.parts().add(joined);
          }
          parent = joined;
          root = root == null ? joined : root;
        }
        parent.parts().add(comparison);
      }
    }
    throw JsonFailures.json(PathParser.OPEN_QUERY);
  }

  private RuntimeException unexpected() {
    return text.unexpected("query");
  }

  private void requireInside() {
    if (text.isEnd()) {
      throw new dev.fanout.expressions.ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
  }

  private PathQuery comparison() {
    PathQuery.Side left = side();
    char c = text.current();
    if (c == ')' || c == '|' || c == '&') {
      return new PathQuery.Comparison(PathQuery.Operator.EXISTS, left, null);
    }
    PathQuery.Operator operator = operator();
    return new PathQuery.Comparison(operator, left, side());
  }

  private PathQuery.Operator operator() {
    if (text.at + 1 >= text.path.length()) {
      throw JsonFailures.json(PathParser.OPEN_QUERY);
    }
    for (Map.Entry<String, PathQuery.Operator> entry : OPERATORS.entrySet()) {
      if (matches(entry.getKey())) {
        return entry.getValue();
      }
    }
    throw JsonFailures.json("Could not read query operator.");
  }

  private boolean matches(String word) {
    if (!text.path.startsWith(word, text.at)) {
      return false;
    }
    text.at += word.length();
    return true;
  }

  private PathQuery.Side side() {
    text.skipBlanks();
    requireInside();
    char c = text.current();
    if (c == '$' || c == '@') {
      List<PathFilter> steps = new ArrayList<>();
      if (c == '$') {
        steps.add(new PathFilter.Root());
      }
      text.at++;
      if (text.steps(steps, text.at, true)) {
        throw JsonFailures.json(PathParser.OPEN_QUERY);
      }
      endOfSide();
      return new PathQuery.Side(null, steps);
    }
    JValue value = value(c);
    if (value == null) {
      if (text.isEnd()) {
        requireInside();
      }
      throw unexpected();
    }
    endOfSide();
    return new PathQuery.Side(value, List.of());
  }

  private void endOfSide() {
    text.skipBlanks();
    text.requireMore(PathParser.OPEN_QUERY);
  }

  private @Nullable JValue value(char first) {
    if (first == '\'') {
      return JValue.create(text.quoted());
    }
    if (first == '/') {
      return JValue.create(regex());
    }
    if (Character.isDigit(first) || first == '-') {
      return number();
    }
    if (first == 't' && matches("true")) {
      return JValue.create(true);
    }
    if (first == 'f' && matches("false")) {
      return JValue.create(false);
    }
    return first == 'n' && matches("null") ? JValue.createNull() : null;
  }

  /** Up to a blank or the end of the query. */
  private @Nullable JValue number() {
    int start = text.at;
    text.at++;
    while (!text.isEnd() && text.current() != ' ' && text.current() != ')') {
      text.at++;
    }
    if (text.isEnd()) {
      return null;
    }
    String number = text.path.substring(start, text.at);
    if (number.indexOf('.') >= 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
      Ref real = new Ref();
      return Parsing.tryFloat64(number, real) ? JValue.create(real.value) : null;
    }
    Ref whole = new Ref();
    return Parsing.tryInt64(number, whole) ? JValue.create(whole.value) : null;
  }

  private String regex() {
    int start = text.at;
    text.at++;
    while (!text.isEnd()) {
      char c = text.current();
      if (c == '\\' && text.at + 1 < text.path.length()) {
        text.at += 2;
      } else {
        text.at++;
        if (c == '/') {
          while (!text.isEnd() && Character.isLetter(text.current())) {
            text.at++;
          }
          return text.path.substring(start, text.at);
        }
      }
    }
    throw JsonFailures.json("Path ended with an open regex.");
  }
}
