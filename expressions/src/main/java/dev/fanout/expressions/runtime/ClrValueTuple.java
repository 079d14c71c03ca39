package dev.fanout.expressions.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * {@code (1, "x")}: a value, so that assigning one of its items makes another tuple. Equal to one
 * with the same types and items.
 */
public final class ClrValueTuple implements ClrTyped, Comparable<ClrValueTuple> {
  /** What .NET keeps beyond is in a tuple of its own. */
  private static final int OWN_ITEMS = 7;

  private final String typeName;
  private final @Nullable Object[] items;

  private ClrValueTuple(String typeName, @Nullable Object[] items) {
    this.typeName = typeName;
    this.items = items;
  }

  /** The array is the tuple's from now on. */
  public static ClrValueTuple of(String typeName, @Nullable Object... items) {
    return new ClrValueTuple(typeName, items);
  }

  public static ClrValueTuple create(@Nullable Object a, String t1) {
    return of(name(t1), a);
  }

  public static ClrValueTuple create(@Nullable Object a, @Nullable Object b, String t1, String t2) {
    return of(name(t1, t2), a, b);
  }

  public static ClrValueTuple create(
      @Nullable Object a, @Nullable Object b, @Nullable Object c, String t1, String t2, String t3) {
    return of(name(t1, t2, t3), a, b, c);
  }

  public static ClrValueTuple create(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      String t1,
      String t2,
      String t3,
      String t4) {
    return of(name(t1, t2, t3, t4), a, b, c, d);
  }

  public static ClrValueTuple create(
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
    return of(name(t1, t2, t3, t4, t5), a, b, c, d, e);
  }

  public static ClrValueTuple create(
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
    return of(name(t1, t2, t3, t4, t5, t6), a, b, c, d, e, f);
  }

  public static ClrValueTuple create(
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
    return of(name(t1, t2, t3, t4, t5, t6, t7), a, b, c, d, e, f, g);
  }

  private static String name(String... types) {
    return "System.ValueTuple<" + String.join(",", types) + ">";
  }

  /** {@code default} of the type. */
  static ClrValueTuple ofDefaults(String typeName) {
    List<String> types = TypeFacts.arguments(typeName);
    List<@Nullable Object> items = new ArrayList<>();
    while (types.size() > OWN_ITEMS) {
      types.subList(0, OWN_ITEMS).forEach(type -> items.add(Defaults.boxed(type)));
      types = TypeFacts.arguments(types.get(OWN_ITEMS));
    }
    types.forEach(type -> items.add(Defaults.boxed(type)));
    return new ClrValueTuple(typeName, items.toArray());
  }

  /** The item at the index, from 0. */
  public @Nullable Object item(int index) {
    return items[index];
  }

  public @Nullable Object item1() {
    return items[0];
  }

  public @Nullable Object item2() {
    return items[1];
  }

  public @Nullable Object item3() {
    return items[2];
  }

  public @Nullable Object item4() {
    return items[3];
  }

  public @Nullable Object item5() {
    return items[4];
  }

  public @Nullable Object item6() {
    return items[5];
  }

  public @Nullable Object item7() {
    return items[6];
  }

  /** As {@code Item1} and so on in JSON; the eighth is another tuple with all the rest. */
  public List<@Nullable Object> items() {
    if (items.length <= OWN_ITEMS) {
      return Arrays.asList(items);
    }
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(items).subList(0, OWN_ITEMS));
    all.add(
        of(
            TypeFacts.arguments(typeName).get(OWN_ITEMS),
            Arrays.copyOfRange(items, OWN_ITEMS, items.length)));
    return all;
  }

  /** The same tuple but for one item. */
  public ClrValueTuple with(int index, @Nullable Object item) {
    @Nullable Object[] changed = items.clone();
    changed[index] = item;
    return new ClrValueTuple(typeName, changed);
  }

  @Override
  public String typeName() {
    return typeName;
  }

  @Override
  public int compareTo(ClrValueTuple other) {
    for (int i = 0; i < Math.min(items.length, other.items.length); i++) {
      int order = Objects.compare(items[i], other.items[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(items.length, other.items.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClrValueTuple that
        && typeName.equals(that.typeName)
        && sameItems(items, that.items);
  }

  @Override
  public int hashCode() {
    return hash(items);
  }

  static boolean sameItems(@Nullable Object[] one, @Nullable Object[] other) {
    for (int i = 0; i < one.length; i++) {
      if (!Objects.equalsStatic(one[i], other[i])) {
        return false;
      }
    }
    return true;
  }

  static int hash(@Nullable Object[] items) {
    int hash = 0;
    for (Object item : items) {
      hash = 31 * hash + Objects.hash(item);
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
