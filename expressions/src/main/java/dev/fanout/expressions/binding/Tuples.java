package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.runtime.ClrValueTuple;
import dev.fanout.expressions.runtime.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tuple types and what is made of tuples: items, conversions, the objects themselves. */
final class Tuples {
  static final String NAME = "System.ValueTuple";

  /** Beyond, they are in another tuple. */
  static final int OWN_ITEMS = 7;

  private static final String JAVA = "dev/fanout/expressions/runtime/ClrValueTuple";
  private static final Member.Target CREATE =
      new Member.Target(
          Member.Invocation.STATIC,
          JAVA,
          "of",
          "(Ljava/lang/String;[Ljava/lang/Object;)L" + JAVA + ";");
  private static final Member.Target ITEM =
      new Member.Target(Member.Invocation.VIRTUAL, JAVA, "item", "(I)Ljava/lang/Object;");
  private static final Member.Target WITH =
      new Member.Target(
          Member.Invocation.VIRTUAL, JAVA, "with", "(ILjava/lang/Object;)L" + JAVA + ";");

  /** Of more than seven items, by their number: the table knows the smaller ones. */
  private static final Map<Integer, TypeDefinition> LARGE = new ConcurrentHashMap<>();

  private Tuples() {}

  static boolean isTuple(ClrType type) {
    return type instanceof ClrType.Named named
        && named.arguments().size() > 1
        && named.definition().fullName().equals(NAME);
  }

  /** The type of a tuple of such items, of which there are two at least. */
  static ClrType.Named type(List<ClrType> items, List<String> names) {
    TypeDefinition definition = TypeTable.library().byFullName(NAME, items.size());
    return new ClrType.Named(
        definition != null ? definition : LARGE.computeIfAbsent(items.size(), Tuples::large),
        items,
        names);
  }

  private static TypeDefinition large(int items) {
    List<TypeDefinition.TypeParameter> parameters = new ArrayList<>();
    for (int i = 1; i <= items; i++) {
      parameters.add(new TypeDefinition.TypeParameter("T" + i, true, TypeDefinition.Variance.NONE));
    }
    // What running code meets are tuples of eight, whose last is another.
    for (int own : List.of(1, OWN_ITEMS + 1)) {
      TypeFacts.declare(
          NAME,
          new TypeFacts(
              parameters.subList(0, own).stream().map(TypeDefinition.TypeParameter::name).toList(),
              " ".repeat(own),
              List.of(),
              true,
              false,
              ClrValueTuple.class));
    }
    return new TypeDefinition(
        TypeDefinition.Kind.STRUCT,
        "System",
        "ValueTuple",
        parameters,
        null,
        JvmForm.reference(JAVA));
  }

  static String display(ClrType.Named tuple) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < tuple.arguments().size(); i++) {
      text.append(i == 0 ? "" : ", ").append(tuple.arguments().get(i).display());
      if (!name(tuple, i).isEmpty()) {
        text.append(' ').append(name(tuple, i));
      }
    }
    return text.append(')').toString();
  }

  private static String name(ClrType.Named tuple, int index) {
    return tuple.names().isEmpty() ? "" : tuple.names().get(index);
  }

  /** Which item the name means; -1 for none. */
  static int indexOf(ClrType type, String name) {
    ClrType.Named tuple = (ClrType.Named) type;
    for (int i = 0; i < tuple.arguments().size(); i++) {
      if (name.equals(name(tuple, i)) || name.equals("Item" + (i + 1))) {
        return i;
      }
    }
    return -1;
  }

  static ClrType itemType(ClrType type, int index) {
    return ((ClrType.Named) type).arguments().get(index);
  }

  static BoundExpression item(BoundExpression tuple, int index) {
    BoundExpression object =
        new BoundExpression.Call(
            ITEM, List.of(tuple, new Constant(Types.INT, index)), Types.OBJECT);
    return MemberBinder.fromObject(object, itemType(tuple.type(), index));
  }

  /** The tuple with another item. */
  static BoundExpression with(BoundExpression tuple, int index, BoundExpression item) {
    return new BoundExpression.Call(
        WITH,
        List.of(tuple, new Constant(Types.INT, index), MemberBinder.object(item)),
        tuple.type());
  }

  /** The code that makes the tuple of a literal. */
  static BoundExpression made(BoundExpression.TupleLiteral literal) {
    List<BoundExpression> items = new ArrayList<>();
    literal.items().forEach(item -> items.add(MemberBinder.object(item)));
    return new BoundExpression.Call(
        CREATE,
        List.of(
            new Constant(Types.STRING, RuntimeNames.of(literal.type())),
            new BoundExpression.NewArray(new ClrType.Array(Types.OBJECT), null, items)),
        literal.type());
  }

  /** The items as those of the type, implicitly; null if one does not convert. */
  static @Nullable BoundExpression convert(List<BoundExpression> items, ClrType type) {
    if (!isTuple(type) || ((ClrType.Named) type).arguments().size() != items.size()) {
      return null;
    }
    List<BoundExpression> converted = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      BoundExpression item = Conversions.implicit(items.get(i), itemType(type, i));
      if (item == null) {
        return null;
      }
      converted.add(item);
    }
    return new BoundExpression.TupleLiteral(converted, (ClrType.Named) type);
  }

  /** The tuple as another tuple type; null if an item does not convert. */
  static @Nullable BoundExpression convert(BoundExpression tuple, ClrType type) {
    if (tuple instanceof BoundExpression.TupleLiteral literal) {
      return convert(literal.items(), type);
    }
    LocalSymbol kept = LocalSymbol.temporary(tuple.type());
    BoundExpression converted = convert(items(new BoundExpression.Local(kept)), type);
    return converted == null ? null : new BoundExpression.Let(kept, tuple, converted);
  }

  static List<BoundExpression> items(BoundExpression tuple) {
    List<BoundExpression> items = new ArrayList<>();
    for (int i = 0; i < ((ClrType.Named) tuple.type()).arguments().size(); i++) {
      items.add(item(tuple, i));
    }
    return items;
  }

  /** {@code default} of the type. */
  static BoundExpression defaultOf(ClrType.Named type) {
    List<BoundExpression> items = new ArrayList<>();
    type.arguments().forEach(item -> items.add(Overloads.defaultOf(item)));
    return new BoundExpression.TupleLiteral(items, type);
  }
}
