package dev.fanout.expressions.runtime.json;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that is written as "the next one, or null at the end". */
abstract class TokenIterator<T> implements Iterator<T> {
  private @Nullable T ahead;
  private boolean ended;

  /** Null at the end; not called again after. */
  abstract @Nullable T advance();

  @Override
  public final boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = advance();
      ended = ahead == null;
    }
    return ahead != null;
  }

  @Override
  public final T next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    T result = ahead;
    ahead = null;
    return result;
  }
}
