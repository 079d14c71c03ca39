package dev.fanout.expressions.runtime.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a JSONPath: from each token to the tokens it selects. */
sealed interface PathFilter {
  /**
   * @param strict a token without a match is an error
   */
  Iterator<JToken> select(JToken root, JToken token, boolean strict);

  static Iterator<JToken> none() {
    return Collections.emptyIterator();
  }

  static Iterator<JToken> one(JToken token) {
    return Collections.singletonList(token).iterator();
  }

  /** {@code $} inside of a query. */
  record Root() implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      return one(root);
    }
  }

  /** {@code .name} and {@code ['name']}; all properties without a name. */
  record Field(@Nullable String name) implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      if (!(token instanceof JObject object)) {
        if (strict) {
          throw JsonFailures.json(
              "Property '"
                  + (name == null ? "*" : name)
                  + "' not valid on "
                  + token.simpleName()
                  + ".");
        }
        return none();
      }
      if (name == null) {
        return object.propertyValues().tokens();
      }
      JToken value = object.item(name);
      if (value == null) {
        if (strict) {
          throw missing(name);
        }
        return none();
      }
      return one(value);
    }

    private static RuntimeException missing(String name) {
      return JsonFailures.json("Property '" + name + "' does not exist on JObject.");
    }
  }

  /** {@code ['a','b']}. */
  record Fields(List<String> names) implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      if (!(token instanceof JObject object)) {
        if (strict) {
          List<String> quoted = new ArrayList<>();
          names.forEach(name -> quoted.add("'" + name + "'"));
          throw JsonFailures.json(
              "Properties "
                  + String.join(", ", quoted)
                  + " not valid on "
                  + token.simpleName()
                  + ".");
        }
        return none();
      }
      List<JToken> found = new ArrayList<>();
      for (String name : names) {
        JToken value = object.item(name);
        if (value != null) {
          found.add(value);
        }
        // Newtonsoft complains of the properties that are there, too.
        if (strict) {
          return TokenWalks.failingAfter(found, Field.missing(name));
        }
      }
      return found.iterator();
    }
  }

  /** {@code [2]}; all items without an index. */
  record Index(@Nullable Integer index) implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      if (index != null) {
        JToken found = at(token, index, strict);
        return found == null ? none() : one(found);
      }
      if (token instanceof JArray || token instanceof JConstructor) {
        return token.tokens();
      }
      if (strict) {
        throw JsonFailures.json("Index * not valid on " + token.simpleName() + ".");
      }
      return none();
    }

    static @Nullable JToken at(JToken token, int index, boolean strict) {
      if (!(token instanceof TokenList list) || token instanceof JObject) {
        if (strict) {
          throw JsonFailures.json("Index " + index + " not valid on " + token.simpleName() + ".");
        }
        return null;
      }
      if (list.count() <= index) {
        if (strict) {
          throw JsonFailures.json(
              "Index " + index + " outside the bounds of " + token.simpleName() + ".");
        }
        return null;
      }
      if (index < 0) {
        throw JContainer.noIndex();
      }
      return list.get(index);
    }
  }

  /** {@code [0,2]}. */
  record Indexes(List<Integer> indexes) implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      List<JToken> found = new ArrayList<>();
      for (int index : indexes) {
        JToken item = Index.at(token, index, strict);
        if (item != null) {
          found.add(item);
        }
      }
      return found.iterator();
    }
  }

  /** {@code [start:end:step]}. */
  record Slice(@Nullable Integer start, @Nullable Integer end, @Nullable Integer step)
      implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      if (step != null && step == 0) {
        throw JsonFailures.json("Step cannot be zero.");
      }
      if (!(token instanceof JArray array)) {
        if (strict) {
          throw JsonFailures.json("Array slice is not valid on " + token.simpleName() + ".");
        }
        return none();
      }
      int count = array.count();
      long by = step == null ? 1 : step;
      boolean forward = by > 0;
      long from = start == null ? (forward ? 0 : count - 1) : start;
      long to = end == null ? (forward ? count : -1) : end;
      from += start != null && start < 0 ? count : 0;
      to += end != null && end < 0 ? count : 0;
      from = forward ? Math.max(from, 0) : from;
      from = Math.min(from, forward ? count : count - 1);
      to = Math.min(Math.max(to, -1), count);
      List<JToken> found = new ArrayList<>();
      for (long i = from; forward ? i < to : i > to; i += by) {
        found.add(array.item((int) i));
      }
      if (found.isEmpty() && strict) {
        throw JsonFailures.json(
            "Array slice of " + shown(start) + " to " + shown(end) + " returned no results.");
      }
      return found.iterator();
    }

    private static String shown(@Nullable Integer bound) {
      return bound == null ? "*" : bound.toString();
    }
  }

  /** {@code ..name}: of the token and all below, the properties of these names; all without. */
  record Scan(@Nullable List<String> names) implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      return new PathScan(token, names);
    }
  }

  /** {@code [?(…)]}: the children that match, or with {@code ..} the token and all below. */
  record Query(PathQuery query, boolean scans) implements PathFilter {
    @Override
    public Iterator<JToken> select(JToken root, JToken token, boolean strict) {
      Iterator<JToken> candidates =
          !scans
              ? token.tokens()
              : token instanceof JContainer container
                  ? TokenWalks.descending(container, true)
                  : one(token);
      return new TokenIterator<>() {
        @Override
        @Nullable JToken advance() {
          while (candidates.hasNext()) {
            JToken candidate = candidates.next();
            if (query.matches(root, candidate)) {
              return candidate;
            }
          }
          return null;
        }
      };
    }
  }
}
