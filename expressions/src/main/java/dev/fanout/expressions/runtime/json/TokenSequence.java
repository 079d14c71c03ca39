package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ClrTyped;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lazy {@code IEnumerable<T>} that starts anew each time it is read. */
final class TokenSequence implements Iterable<@Nullable Object>, ClrTyped {
  private final Supplier<? extends Iterator<? extends @Nullable Object>> source;
  private final String element;

  TokenSequence(Supplier<? extends Iterator<? extends @Nullable Object>> source, String element) {
    this.source = source;
    this.element = element;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return TokenWalks.objects(source.get());
  }

  @Override
  public String typeName() {
    return "System.Collections.Generic.IEnumerable<" + element + ">";
  }
}
