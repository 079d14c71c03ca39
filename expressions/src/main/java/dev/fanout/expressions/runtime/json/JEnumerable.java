package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ClrTyped;
import dev.fanout.expressions.runtime.Failures;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code JEnumerable<T>}: tokens that are read anew each time. */
public final class JEnumerable implements Iterable<@Nullable Object>, ClrTyped {
  static final JEnumerable EMPTY = new JEnumerable(Collections::emptyIterator, TokenWalks.TOKEN);

  private final Supplier<Iterator<JToken>> source;
  private final String element;

  private JEnumerable(Supplier<Iterator<JToken>> source, String element) {
    this.source = source;
    this.element = element;
  }

  static JEnumerable of(Supplier<Iterator<JToken>> source, String element) {
    return new JEnumerable(source, element);
  }

  static JEnumerable ofChildren(JContainer container) {
    return new JEnumerable(container::liveIterator, TokenWalks.TOKEN);
  }

  /** The values of an object's properties. */
  static JEnumerable ofValues(JObject object) {
    return new JEnumerable(
        () ->
            TokenWalks.flat(
                object.liveIterator(), token -> List.of(((JProperty) token).value()).iterator()),
        TokenWalks.TOKEN);
  }

  JEnumerable ofType(String typeName) {
    return new JEnumerable(
        () ->
            TokenWalks.flat(
                tokens(),
                token ->
                    TokenConversion.isOfType(token, typeName)
                        ? List.of(token).iterator()
                        : Collections.emptyIterator()),
        typeName);
  }

  Iterator<JToken> tokens() {
    return source.get();
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return TokenWalks.objects(tokens());
  }

  @Override
  public String typeName() {
    return "Newtonsoft.Json.Linq.JEnumerable<" + element + ">";
  }

  /** The indexer: of each token the child of that key. */
  public Object item(@Nullable Object key) {
    return TokenExtensions.values(this, key);
  }

  static JToken tokenOf(@Nullable Object item) {
    if (item instanceof JToken token) {
      return token;
    }
    throw Failures.nullReference();
  }
}
