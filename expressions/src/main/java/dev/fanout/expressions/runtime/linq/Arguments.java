package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What LINQ's methods are given. */
final class Arguments {
  private Arguments() {}

  static Object source(@Nullable Object source) {
    return known(source, "source");
  }

  static <T> T known(@Nullable T argument, String parameter) {
    if (argument == null) {
      throw Failures.argumentNull(parameter);
    }
    return argument;
  }

  /** Reads a source that must not be null, counting its steps. */
  static Iterator<?> read(@Nullable Object source) {
    return new Counted(Sequences.iterator(source(source)));
  }

  static boolean test(Delegate predicate, @Nullable Object item) {
    return Boolean.TRUE.equals(predicate.invoke(item));
  }

  /** All items, which stay as they are. */
  static List<@Nullable Object> items(@Nullable Object source) {
    List<@Nullable Object> items = new ArrayList<>();
    Iterator<?> all = read(source);
    while (all.hasNext()) {
      items.add(all.next());
      dev.fanout.expressions.runtime.Arrays.checkedSize(items.size());
    }
    return items;
  }

  static RuntimeException noElements() {
    return Failures.invalidOperation("Sequence contains no elements");
  }

  static RuntimeException noMatch() {
    return Failures.invalidOperation("Sequence contains no matching element");
  }

  /** Counts what is read through it. */
  private static final class Counted implements Iterator<@Nullable Object> {
    private static final int BATCH = 64;

    private final Iterator<?> items;
    private int steps;

    Counted(Iterator<?> items) {
      this.items = items;
      Fence.steps(1);
    }

    @Override
    public boolean hasNext() {
      boolean more = items.hasNext();
      if (!more && steps > 0) {
        Fence.steps(steps);
        steps = 0;
      }
      return more;
    }

    @Override
    public @Nullable Object next() {
      if (++steps == BATCH) {
        Fence.steps(BATCH);
        steps = 0;
      }
      return items.next();
    }
  }
}
