package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Fence;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lazy ways through a tree. */
final class TokenWalks {
  static final String TOKEN = "Newtonsoft.Json.Linq.JToken";
  private static final String PROPERTY = "Newtonsoft.Json.Linq.JProperty";
  private static final String PAIR =
      "System.Collections.Generic.KeyValuePair<System.String," + TOKEN + ">";

  private TokenWalks() {}

  static TokenSequence ancestors(@Nullable JToken start) {
    return new TokenSequence(
        () ->
            new TokenIterator<JToken>() {
              private @Nullable JToken current = start;

              @Override
              @Nullable JToken advance() {
                JToken result = current;
                current = result == null ? null : result.parent();
                return result;
              }
            },
        TOKEN);
  }

  /** From one token on to its last sibling, or up to another. */
  static TokenSequence following(@Nullable JToken start, @Nullable JToken end) {
    return new TokenSequence(
        () ->
            new TokenIterator<JToken>() {
              private @Nullable JToken current = start;

              @Override
              @Nullable JToken advance() {
                JToken result = current == end ? null : current;
                current = result == null ? null : result.next();
                return result;
              }
            },
        TOKEN);
  }

  static TokenSequence descendants(JContainer container, boolean self) {
    return new TokenSequence(() -> descending(container, self), TOKEN);
  }

  static Iterator<JToken> descending(JContainer container, boolean self) {
    return new Descent(container, self);
  }

  /** Depth first; each level sees changes of its container. */
  private static final class Descent extends TokenIterator<JToken> {
    private final java.util.ArrayDeque<Iterator<JToken>> levels = new java.util.ArrayDeque<>();
    private @Nullable JContainer start;
    private @Nullable JContainer entered;

    Descent(JContainer container, boolean self) {
      if (self) {
        start = container;
      } else {
        entered = container;
      }
    }

    @Override
    @Nullable JToken advance() {
      Fence.steps(1);
      if (start != null) {
        entered = start;
        start = null;
        return entered;
      }
      if (entered != null) {
        levels.push(entered.liveIterator());
        entered = null;
      }
      while (!levels.isEmpty()) {
        Iterator<JToken> level = levels.peek();
        if (level.hasNext()) {
          JToken token = level.next();
          entered = token instanceof JContainer container ? container : null;
          return token;
        }
        levels.pop();
      }
      return null;
    }
  }

  static TokenSequence properties(JObject object) {
    return new TokenSequence(object::liveIterator, PROPERTY);
  }

  static TokenSequence pairs(JObject object) {
    return new TokenSequence(object::pairIterator, PAIR);
  }

  static TokenSequence converted(JContainer container, String typeName) {
    return new TokenSequence(
        () -> {
          Iterator<JToken> tokens = container.liveIterator();
          return new Iterator<@Nullable Object>() {
            @Override
            public boolean hasNext() {
              return tokens.hasNext();
            }

            @Override
            public @Nullable Object next() {
              return TokenConversion.to(tokens.next(), typeName);
            }
          };
        },
        typeName);
  }

  @SuppressWarnings("unchecked") // Items are only read.
  static Iterator<@Nullable Object> objects(Iterator<? extends @Nullable Object> items) {
    return (Iterator<@Nullable Object>) items;
  }

  /** First the tokens, then the failure. */
  static Iterator<JToken> failingAfter(List<JToken> tokens, RuntimeException failure) {
    Iterator<JToken> first = tokens.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (!first.hasNext()) {
          throw failure;
        }
        return true;
      }

      @Override
      public JToken next() {
        return first.next();
      }
    };
  }

  /** For each item all that the function gives. */
  static <S, T> Iterator<T> flat(
      Iterator<? extends S> source, Function<S, ? extends Iterator<? extends T>> function) {
    return new TokenIterator<>() {
      private @Nullable Iterator<? extends T> inner;

      @Override
      @Nullable T advance() {
        while (true) {
          if (inner != null && inner.hasNext()) {
            return inner.next();
          }
          if (!source.hasNext()) {
            return null;
          }
          Fence.steps(1);
          inner = function.apply(source.next());
        }
      }
    };
  }
}
