package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Uri;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition of a JSONPath query. */
sealed interface PathQuery {
  boolean matches(JToken root, JToken token);

  /** How two values are compared. */
  enum Operator {
    EXISTS,
    EQUALS,
    STRICT_EQUALS,
    NOT_EQUALS,
    STRICT_NOT_EQUALS,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    MATCHES
  }

  /** Conditions joined by {@code &&} or {@code ||}; parsing adds to the list. */
  record Joined(boolean and, List<PathQuery> parts) implements PathQuery {
    @Override
    public boolean matches(JToken root, JToken token) {
      for (PathQuery part : parts) {
        if (part.matches(root, token) != and) {
          return !and;
        }
      }
      return and;
    }
  }

  /** A side of a comparison: a value, or the tokens of a path. */
  record Side(@Nullable JValue value, List<PathFilter> path) {
    Iterator<JToken> tokens(JToken root, JToken token) {
      return value != null ? PathFilter.one(value) : JsonPath.select(path, root, token, false);
    }
  }

  /** True if any token of the left side fits any of the right. */
  record Comparison(Operator operator, Side left, @Nullable Side right) implements PathQuery {
    @Override
    public boolean matches(JToken root, JToken token) {
      Iterator<JToken> lefts = left.tokens(root, token);
      if (operator == Operator.EXISTS || right == null) {
        return lefts.hasNext();
      }
      if (!lefts.hasNext()) {
        return false;
      }
      List<JToken> rights = new ArrayList<>();
      right.tokens(root, token).forEachRemaining(rights::add);
      while (lefts.hasNext()) {
        JToken one = lefts.next();
        Fence.steps(1 + rights.size());
        for (JToken other : rights) {
          if (fits(one, other)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean fits(JToken one, JToken other) {
      if (!(one instanceof JValue left) || !(other instanceof JValue right)) {
        return operator == Operator.NOT_EQUALS;
      }
      return switch (operator) {
        case EXISTS -> true;
        case EQUALS -> equal(left, right);
        case NOT_EQUALS -> !equal(left, right);
        case STRICT_EQUALS -> strictlyEqual(left, right);
        case STRICT_NOT_EQUALS -> !strictlyEqual(left, right);
        case LESS -> left.compareTo(right) < 0;
        case LESS_OR_EQUAL -> left.compareTo(right) <= 0;
        case GREATER -> left.compareTo(right) > 0;
        case GREATER_OR_EQUAL -> left.compareTo(right) >= 0;
        case MATCHES -> PathRegex.matches(left, right);
      };
    }

    private static boolean isNumber(JValue value) {
      return value.type() == JTokenType.INTEGER || value.type() == JTokenType.FLOAT;
    }

    private static boolean strictlyEqual(JValue left, JValue right) {
      if (left.type() != right.type() && isNumber(left) && isNumber(right)) {
        return ValueComparison.compare(left.type(), left.value(), right.value()) == 0;
      }
      return left.equals(right);
    }

    /** A string also equals a date, bytes, GUID, time span or URI that is written so. */
    private static boolean equal(JValue left, JValue right) {
      if (strictlyEqual(left, right)) {
        return true;
      }
      Object value = left.value();
      if (right.type() != JTokenType.STRING || value == null) {
        return false;
      }
      String text =
          switch (left.type()) {
            case JTokenType.DATE ->
                value instanceof DateTimeOffset date
                    ? JsonDates.text(date)
                    : JsonDates.text((DateTime) value);
            case JTokenType.BYTES ->
                dev.fanout.expressions.runtime.Base64Text.toBase64String((byte[]) value);
            case JTokenType.GUID, JTokenType.TIME_SPAN -> Convertible.toText(value);
            case JTokenType.URI -> ((Uri) value).originalString();
            default -> null;
          };
      return text != null && text.equals(right.value());
    }
  }
}
