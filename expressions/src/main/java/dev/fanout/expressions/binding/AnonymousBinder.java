package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code new { a, b = c }} (ECMA-334 12.8.16.7). */
final class AnonymousBinder {
  private static final String JAVA = "dev/fanout/expressions/runtime/AnonymousObject";
  private static final Member.Target CREATE =
      new Member.Target(
          Member.Invocation.STATIC,
          JAVA,
          "of",
          "(Ljava/lang/String;Ljava/lang/String;[Ljava/lang/Object;)L" + JAVA + ";");
  private static final Member.Target VALUE =
      new Member.Target(Member.Invocation.VIRTUAL, JAVA, "value", "(I)Ljava/lang/Object;");

  private final Binder binder;
  private final Reporter reporter;

  AnonymousBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundExpression create(ExpressionSyntax.NewAnonymous syntax) {
    List<String> names = new ArrayList<>();
    List<BoundExpression> values = new ArrayList<>();
    boolean valid = true;
    for (ExpressionSyntax.AnonymousMember member : syntax.members()) {
      ExpressionSyntax at = member.value();
      String name = member.name() == null ? inferredName(at) : member.name();
      BoundExpression value = binder.value(at);
      if (name == null || names.contains(name)) {
        value =
            reporter.error(
                "SYNTAX_ERROR",
                at,
                name == null
                    ? "this member needs a name (CS0746)"
                    : "'" + name + "' is there already (CS0833)");
      } else if (value.type() == ClrType.Special.NULL) {
        value = reporter.error("TYPE_UNKNOWN", at, "null has no type here (CS0828)");
      }
      valid &= !Types.isError(value.type());
      names.add(name == null ? "" : name);
      values.add(value);
    }
    return valid ? create(names, values) : new BoundExpression.Invalid();
  }

  /** The object with these values. */
  static BoundExpression create(List<String> names, List<BoundExpression> values) {
    List<ClrType> types = values.stream().map(BoundExpression::type).toList();
    List<BoundExpression> objects = values.stream().map(MemberBinder::object).toList();
    return new BoundExpression.Call(
        CREATE,
        List.of(
            new Constant(Types.STRING, String.join(",", names)),
            new Constant(
                Types.STRING,
                types.stream().map(RuntimeNames::of).collect(Collectors.joining(";"))),
            new BoundExpression.NewArray(new ClrType.Array(Types.OBJECT), null, objects)),
        new ClrType.Anonymous(names, types));
  }

  /** The value of one of its properties. */
  static BoundExpression value(BoundExpression object, int index) {
    ClrType.Anonymous type = (ClrType.Anonymous) object.type();
    BoundExpression value =
        new BoundExpression.Call(
            VALUE, List.of(object, new Constant(Types.INT, index)), Types.OBJECT);
    return MemberBinder.fromObject(value, type.types().get(index));
  }

  /** {@code c} of {@code a.b.c} and of {@code a?.c}; null for what suggests no name. */
  static @Nullable String inferredName(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Name name) {
      return name.name();
    }
    if (syntax instanceof ExpressionSyntax.Member member) {
      return member.name();
    }
    return syntax instanceof ExpressionSyntax.ConditionalAccess access
        ? inferredName(access.access())
        : null;
  }
}
