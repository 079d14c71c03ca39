package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Sequences;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code Newtonsoft.Json.Linq.Extensions}: members of tokens for sequences of tokens. */
public final class TokenExtensions {
  private TokenExtensions() {}

  private static Object required(@Nullable Object source) {
    if (source == null) {
      throw Failures.argumentNull("source");
    }
    return source;
  }

  /** For each token all that the function gives. */
  private static JEnumerable each(
      @Nullable Object source, String element, Function<JToken, Iterator<? extends JToken>> each) {
    Object tokens = required(source);
    return JEnumerable.of(() -> TokenWalks.flat(tokens(tokens), each), element);
  }

  private static Iterator<JToken> tokens(Object source) {
    Iterator<?> items = Sequences.iterator(source);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public JToken next() {
        return JEnumerable.tokenOf(items.next());
      }
    };
  }

  @SuppressWarnings("unchecked") // Walks of tokens hold tokens.
  private static Iterator<JToken> walk(Object walk) {
    return (Iterator<JToken>) ((Iterable<?>) walk).iterator();
  }

  public static Object ancestors(@Nullable Object source) {
    return each(source, TokenWalks.TOKEN, token -> walk(token.ancestors()));
  }

  public static Object ancestorsAndSelf(@Nullable Object source) {
    return each(source, TokenWalks.TOKEN, token -> walk(token.ancestorsAndSelf()));
  }

  public static Object descendants(@Nullable Object source) {
    return each(
        source, TokenWalks.TOKEN, token -> TokenWalks.descending((JContainer) token, false));
  }

  public static Object descendantsAndSelf(@Nullable Object source) {
    return each(source, TokenWalks.TOKEN, token -> TokenWalks.descending((JContainer) token, true));
  }

  public static Object properties(@Nullable Object source) {
    return each(
        source, "Newtonsoft.Json.Linq.JProperty", token -> ((JObject) token).liveIterator());
  }

  public static Object children(@Nullable Object source) {
    return each(source, TokenWalks.TOKEN, token -> token.children().tokens());
  }

  /** {@code Children<T, U>()}. */
  public static Object children(@Nullable Object source, String typeName) {
    Object tokens = required(source);
    return new TokenSequence(
        () ->
            converted(
                TokenWalks.<JToken, JToken>flat(tokens(tokens), token -> token.children().tokens()),
                typeName),
        typeName);
  }

  /** Of plain values themselves, of others the children. */
  public static Object values(@Nullable Object source) {
    return each(source, TokenWalks.TOKEN, TokenExtensions::contents);
  }

  private static Iterator<? extends JToken> contents(JToken token) {
    return token instanceof JValue
        ? Collections.singletonList(token).iterator()
        : token.children().tokens();
  }

  /** Of each token the child of that key, if there is one. */
  public static Object values(@Nullable Object source, @Nullable Object key) {
    return key == null
        ? values(source)
        : each(source, TokenWalks.TOKEN, token -> child(token, key));
  }

  private static Iterator<? extends JToken> child(JToken token, Object key) {
    JToken child = token.item(key);
    return child == null
        ? Collections.emptyIterator()
        : Collections.singletonList(child).iterator();
  }

  public static Object values(@Nullable Object source, String typeName) {
    return values(source, null, typeName);
  }

  public static Object values(@Nullable Object source, @Nullable Object key, String typeName) {
    Object tokens = required(source);
    return new TokenSequence(
        () ->
            converted(
                TokenWalks.<JToken, JToken>flat(
                    tokens(tokens), token -> key == null ? contents(token) : child(token, key)),
                typeName),
        typeName);
  }

  private static Iterator<@Nullable Object> converted(Iterator<JToken> tokens, String typeName) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return tokens.hasNext();
      }

      @Override
      public @Nullable Object next() {
        return TokenConversion.to(tokens.next(), typeName);
      }
    };
  }

  /** {@code Value<U>()}: of a token only. */
  public static @Nullable Object value(@Nullable Object source, String typeName) {
    if (source == null) {
      throw Failures.argumentNull("value");
    }
    if (source instanceof JToken token) {
      return TokenConversion.to(token, typeName);
    }
    throw Failures.argument("Source value must be a JToken.", null);
  }

  public static @Nullable Object asJEnumerable(@Nullable Object source) {
    if (source == null || source instanceof JEnumerable || source instanceof JToken) {
      return source;
    }
    return JEnumerable.of(() -> tokens(source), TokenWalks.TOKEN);
  }
}
