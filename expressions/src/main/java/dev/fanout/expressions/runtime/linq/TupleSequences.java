package dev.fanout.expressions.runtime.linq;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.ClrValueTuple;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.collections.ClrDictionary;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LINQ's methods that give or take tuples: {@code Zip}, {@code Index}, {@code ToDictionary}. */
public final class TupleSequences {
  private TupleSequences() {}

  public static Object zip(
      @Nullable Object first, @Nullable Object second, String firstType, String secondType) {
    List<Object> sources =
        List.of(Arguments.known(first, "first"), Arguments.known(second, "second"));
    return zipped(sources, firstType + "," + secondType);
  }

  public static Object zip(
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      String firstType,
      String secondType,
      String thirdType) {
    List<Object> sources =
        List.of(
            Arguments.known(first, "first"),
            Arguments.known(second, "second"),
            Arguments.known(third, "third"));
    return zipped(sources, firstType + "," + secondType + "," + thirdType);
  }

  /** Ends with the shortest. */
  private static Lazy zipped(List<Object> sources, String types) {
    String element = "System.ValueTuple<" + types + ">";
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final List<? extends Iterator<?>> parts =
                  sources.stream().map(Sequences::iterator).toList();

              @Override
              protected boolean advance() {
                @Nullable Object[] items = new Object[parts.size()];
                for (int i = 0; i < items.length; i++) {
                  if (!parts.get(i).hasNext()) {
                    return false;
                  }
                  items[i] = parts.get(i).next();
                }
                return give(ClrValueTuple.of(element, items));
              }
            });
  }

  /** Each item with its place, from 0. */
  public static Object index(@Nullable Object source, String itemType) {
    Object known = Arguments.source(source);
    String element = "System.ValueTuple<System.Int32," + itemType + ">";
    return new Lazy(
        element,
        () -> {
          int[] place = {0};
          return Projections.mapped(
                  known, element, item -> ClrValueTuple.of(element, Boxes.box(place[0]++), item))
              .iterator();
        });
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source, String keyType, String valueType) {
    return toDictionary(source, null, keyType, valueType);
  }

  public static ClrDictionary toDictionary(
      @Nullable Object source, @Nullable ItemEquality comparer, String keyType, String valueType) {
    ClrDictionary dictionary = ClrDictionary.create(comparer, keyType, valueType);
    Iterator<?> tuples = Arguments.read(source);
    while (tuples.hasNext()) {
      ClrValueTuple tuple = (ClrValueTuple) tuples.next();
      dictionary.add(tuple.item1(), tuple.item2());
    }
    return dictionary;
  }
}
