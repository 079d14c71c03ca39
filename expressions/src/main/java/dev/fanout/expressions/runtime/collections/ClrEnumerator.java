package dev.fanout.expressions.runtime.collections;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code IEnumerator<T>} over a Java iterator. */
public final class ClrEnumerator {
  private final Iterator<?> items;
  private @Nullable Object current;

  public ClrEnumerator(Iterator<?> items) {
    this.items = items;
  }

  public boolean moveNext() {
    Fence.steps(1);
    boolean moved = items.hasNext();
    current = moved ? items.next() : null;
    return moved;
  }

  /** Null before the first item and after the last. */
  public @Nullable Object current() {
    return current;
  }

  public void reset() {
    throw Failures.notSupported("Specified method is not supported.");
  }

  /** Nothing is held. */
  public void dispose() {
    current = null;
  }
}
