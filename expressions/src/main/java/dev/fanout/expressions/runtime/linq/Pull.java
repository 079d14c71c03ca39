package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Fence;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that must look for its next item; counts its steps. */
public abstract class Pull implements Iterator<@Nullable Object> {
  private static final int BATCH = 64;

  private @Nullable Object item;
  private boolean isFound;
  private boolean isOver;
  private int steps;

  /** Calls {@link #give} and gives true, or gives false at the end; not called after that. */
  protected abstract boolean advance();

  /** Always true: {@code return give(item);} in {@link #advance}. */
  protected final boolean give(@Nullable Object next) {
    item = next;
    return true;
  }

  /** One more step of work. */
  protected final void step() {
    if (++steps == BATCH) {
      steps = 0;
      Fence.steps(BATCH);
    }
  }

  @Override
  public final boolean hasNext() {
    if (!isFound && !isOver) {
      step();
      isFound = advance();
      if (!isFound) {
        isOver = true;
        Fence.steps(steps + 1);
      }
    }
    return isFound;
  }

  @Override
  public final @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object next = item;
    item = null;
    isFound = false;
    return next;
  }
}
