package dev.fanout.expressions.runtime;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** {@code System.Tuple<…>} of one to seven items; equal by content. */
public final class ClrTuple implements ClrTyped, Comparable<ClrTuple> {
  private final List<@Nullable Object> items;
  private final List<String> types;

  private ClrTuple(List<@Nullable Object> items, List<String> types) {
    this.items = items;
    this.types = types;
  }

  private static ClrTuple of(@Nullable Object... itemsAndTypes) {
    int count = itemsAndTypes.length / 2;
    List<@Nullable Object> all = Arrays.asList(itemsAndTypes);
    return new ClrTuple(
        all.subList(0, count),
        all.subList(count, 2 * count).stream().map(String::valueOf).toList());
  }

  public static ClrTuple create(@Nullable Object a, String t1) {
    return of(a, t1);
  }

  public static ClrTuple create(@Nullable Object a, @Nullable Object b, String t1, String t2) {
    return of(a, b, t1, t2);
  }

  public static ClrTuple create(
      @Nullable Object a, @Nullable Object b, @Nullable Object c, String t1, String t2, String t3) {
    return of(a, b, c, t1, t2, t3);
  }

  public static ClrTuple create(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      String t1,
      String t2,
      String t3,
      String t4) {
    return of(a, b, c, d, t1, t2, t3, t4);
  }

  public static ClrTuple create(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      String t1,
      String t2,
      String t3,
      String t4,
      String t5) {
    return of(a, b, c, d, e, t1, t2, t3, t4, t5);
  }

  public static ClrTuple create(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      String t1,
      String t2,
      String t3,
      String t4,
      String t5,
      String t6) {
    return of(a, b, c, d, e, f, t1, t2, t3, t4, t5, t6);
  }

  public static ClrTuple create(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g,
      String t1,
      String t2,
      String t3,
      String t4,
      String t5,
      String t6,
      String t7) {
    return of(a, b, c, d, e, f, g, t1, t2, t3, t4, t5, t6, t7);
  }

  public @Nullable Object item1() {
    return items.get(0);
  }

  public @Nullable Object item2() {
    return items.get(1);
  }

  public @Nullable Object item3() {
    return items.get(2);
  }

  public @Nullable Object item4() {
    return items.get(3);
  }

  public @Nullable Object item5() {
    return items.get(4);
  }

  public @Nullable Object item6() {
    return items.get(5);
  }

  public @Nullable Object item7() {
    return items.get(6);
  }

  /** As {@code Item1} and so on in JSON. */
  public List<@Nullable Object> items() {
    return items;
  }

  @Override
  public String typeName() {
    return "System.Tuple<" + String.join(",", types) + ">";
  }

  @Override
  public int compareTo(ClrTuple other) {
    for (int i = 0; i < Math.min(items.size(), other.items.size()); i++) {
      int order = Objects.compare(items.get(i), other.items.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(items.size(), other.items.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ClrTuple that) || !types.equals(that.types)) {
      return false;
    }
    Iterator<@Nullable Object> others = that.items.iterator();
    for (Object item : items) {
      if (!Objects.equalsStatic(item, others.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (Object item : items) {
      hash = ((hash << 5) + hash) ^ Objects.hash(item);
    }
    return hash;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "(", ")");
    for (Object item : items) {
      text.add(item == null ? "" : Text.ofObject(item));
    }
    return text.toString();
  }
}
