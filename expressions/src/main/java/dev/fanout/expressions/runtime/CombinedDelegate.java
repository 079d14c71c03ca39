package dev.fanout.expressions.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a + b} of two delegates: calls one after the other and gives what the last one gave. */
public final class CombinedDelegate extends Delegate {
  private final List<Delegate> parts;

  private CombinedDelegate(List<Delegate> parts) {
    this.parts = parts;
  }

  /** Null counts as no delegate. */
  public static @Nullable Delegate combine(@Nullable Delegate one, @Nullable Delegate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    List<Delegate> all = new ArrayList<>(partsOf(one));
    all.addAll(partsOf(other));
    Fence.items(all.size());
    Fence.steps(all.size());
    return new CombinedDelegate(all);
  }

  /** Without the last part that is the other one; null if nothing is left. */
  public static @Nullable Delegate remove(@Nullable Delegate one, @Nullable Delegate other) {
    if (one == null || other == null) {
      return one;
    }
    List<Delegate> left = new ArrayList<>(partsOf(one));
    Fence.steps(left.size());
    int last = left.lastIndexOf(other);
    if (last < 0) {
      return one;
    }
    left.remove(last);
    return left.isEmpty() ? null : left.size() == 1 ? left.get(0) : new CombinedDelegate(left);
  }

  private static List<Delegate> partsOf(Delegate delegate) {
    return delegate instanceof CombinedDelegate combined ? combined.parts : List.of(delegate);
  }

  @Override
  public String typeName() {
    return parts.get(0).typeName();
  }

  @Override
  public @Nullable Object invoke() {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke();
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(@Nullable Object a) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(@Nullable Object a, @Nullable Object b) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b, c);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(
      @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b, c, d);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b, c, d, e);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b, c, d, e, f);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b, c, d, e, f, g);
    }
    return result;
  }

  @Override
  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g,
      @Nullable Object h) {
    Object result = null;
    for (Delegate part : parts) {
      result = part.invoke(a, b, c, d, e, f, g, h);
    }
    return result;
  }
}
