package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.StatementSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Local functions (ECMA-334 13.6.4): known in their whole block, bound where they stand. */
final class FunctionBinder {
  private static final Member.Target NONE =
      new Member.Target(Member.Invocation.STATIC, "", "", "()V");

  private final Binder binder;
  private final Reporter reporter;

  FunctionBinder(Binder binder) {
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  /** Makes the functions of a block known before its statements are bound. */
  void declare(List<StatementSyntax> statements) {
    for (StatementSyntax statement : statements) {
      if (statement instanceof StatementSyntax.Function function) {
        declare(function);
      }
    }
  }

  private void declare(StatementSyntax.Function syntax) {
    boolean isGeneric = !syntax.typeParameters().isEmpty();
    Map<String, ClrType> open = new HashMap<>();
    for (StatementSyntax.TypeParameter parameter : syntax.typeParameters()) {
      open.put(parameter.name(), new ClrType.Parameter(parameter.name(), true));
    }
    Member.Method signature =
        binder.types().within(binder.scope(), open, () -> signature(syntax, open.keySet()));
    if (binder.scope().find(syntax.name()) != null) {
      reporter.error(
          "NAME_TAKEN",
          syntax.start(),
          syntax.returnType().end(),
          "'" + syntax.name() + "' is declared already (CS0128)",
          null);
    }
    binder
        .scope()
        .add(
            syntax.name(),
            isGeneric
                ? new GenericFunction(syntax, binder.frame(), signature)
                : new FunctionSymbol(syntax, signature, new Frame(binder.frame())));
  }

  private Member.Method signature(
      StatementSyntax.Function syntax, java.util.Collection<String> typeParameters) {
    List<Member.Parameter> parameters = new ArrayList<>();
    for (ExpressionSyntax.Parameter parameter : syntax.parameters()) {
      TypeSyntax type = parameter.type();
      ClrType bound = type == null ? ClrType.Special.ERROR : binder.types().type(type);
      if (type == null) {
        reporter.error(
            "SYNTAX_ERROR",
            parameter.start(),
            parameter.end(),
            "a parameter of a function has a type",
            null);
      }
      parameters.add(parameter(parameter, bound));
    }
    TypeSyntax returned = syntax.returnType();
    ClrType type = isVoid(returned) ? ClrType.Special.VOID : binder.types().type(returned);
    List<String> ordered =
        syntax.typeParameters().stream()
            .map(StatementSyntax.TypeParameter::name)
            .filter(typeParameters::contains)
            .toList();
    return new Member.Method(
        syntax.name(), Member.Kind.METHOD, true, false, ordered, List.of(), parameters, type, NONE);
  }

  private Member.Parameter parameter(ExpressionSyntax.Parameter syntax, ClrType type) {
    String modifier = syntax.modifier();
    boolean isParams = "params".equals(modifier);
    if (isParams && !(type instanceof ClrType.Array)) {
      reporter.error(
          "SYNTAX_ERROR",
          syntax.start(),
          syntax.end(),
          "a params parameter is an array (CS0225)",
          null);
    }
    ExpressionSyntax written = syntax.defaultValue();
    Object value = null;
    if (written != null) {
      BoundExpression bound = binder.value(written, type);
      value = bound instanceof BoundExpression.Constant constant ? constant.value() : null;
      boolean isDefault = written instanceof ExpressionSyntax.Default;
      if (!(bound instanceof BoundExpression.Constant)
          && !isDefault
          && !Types.isError(bound.type())) {
        reporter.error("CONSTANT_EXPECTED", written, "a default is a constant (CS1736)");
      }
    }
    boolean isRef = "ref".equals(modifier);
    boolean isOut = isRef || "out".equals(modifier);
    return new Member.Parameter(
        syntax.name(),
        type,
        isParams && type instanceof ClrType.Array,
        isOut,
        written != null,
        value,
        isRef);
  }

  private static boolean isVoid(TypeSyntax type) {
    return type.parts().size() == 1 && type.parts().get(0).name().equals("void");
  }

  /** The declaration itself: nothing happens where it stands. */
  BoundStatement bind(StatementSyntax.Function syntax) {
    Object declared = binder.scope().find(syntax.name());
    if (declared instanceof GenericFunction generic && generic.syntax() == syntax) {
      return new BoundStatement.Function(generic.declare(binder.scope().here(), this, reporter));
    }
    if (!(declared instanceof FunctionSymbol function) || function.syntax() != syntax) {
      return new BoundStatement.Block(List.of());
    }
    bind(function, binder.scope(), Map.of());
    return new BoundStatement.Function(function);
  }

  /** Binds the body in the scope, where the names stand for types. */
  void bind(FunctionSymbol function, Scope scope, Map<String, ClrType> types) {
    StatementSyntax.Function syntax = function.syntax();
    ExpressionSyntax at = new ExpressionSyntax.Invalid(syntax.start(), syntax.end());
    List<LocalSymbol> parameters = new ArrayList<>();
    BoundStatement[] body = new BoundStatement[1];
    binder.within(
        scope,
        function.frame(),
        () -> {
          types.forEach((name, type) -> binder.scope().addType(name, type));
          for (int i = 0; i < syntax.parameters().size(); i++) {
            ExpressionSyntax.Parameter parameter = syntax.parameters().get(i);
            LocalSymbol symbol =
                binder.declare(
                    parameter.name(),
                    function.signature().parameters().get(i).type(),
                    parameter.start(),
                    parameter.end(),
                    "in".equals(parameter.modifier()));
            parameters.add(symbol);
            if (function.isByReference(i)) {
              // It lives in a cell, which is the caller's.
              symbol.referTo();
            }
          }
          body[0] = body(function, syntax);
        },
        at);
    if (body[0] != null) {
      function.define(parameters, body[0]);
    }
  }

  private BoundStatement body(FunctionSymbol function, StatementSyntax.Function syntax) {
    FunctionReturns returns = new FunctionReturns(function.type());
    StatementSyntax.Block block = syntax.block();
    if (block != null) {
      return new StatementBinder(binder, returns).block(block);
    }
    ExpressionSyntax expression = syntax.expression();
    if (expression == null) {
      return new BoundStatement.Block(List.of());
    }
    if (expression instanceof ExpressionSyntax.Throw thrown) {
      return new StatementBinder(binder, returns).block(StatementSyntax.Block.of(thrown));
    }
    return function.type() == ClrType.Special.VOID
        ? new StatementBinder(binder, returns).effect(expression)
        : returns.of(expression, binder, expression.start(), expression.end());
  }

  /** {@code return} within a function. */
  private record FunctionReturns(ClrType type) implements Returns {
    @Override
    public BoundStatement of(@Nullable ExpressionSyntax value, Binder binder, int start, int end) {
      boolean isVoid = type == ClrType.Special.VOID;
      if (isVoid != (value == null)) {
        binder
            .reporter()
            .error(
                "VALUE_EXPECTED",
                start,
                end,
                isVoid
                    ? "the function returns no value (CS0127)"
                    : "the function returns a value (CS0126)",
                null);
      }
      return new BoundStatement.Return(
          value == null ? null : isVoid ? binder.value(value) : binder.value(value, type));
    }
  }

  /** {@code function(arguments)}. */
  BoundExpression call(FunctionSymbol function, ExpressionSyntax.Call call) {
    List<Overloads.Argument> arguments = binder.members().arguments(call.arguments());
    if (arguments == null) {
      return new BoundExpression.Invalid();
    }
    List<Overloads.Applicable> applicable =
        Overloads.applicable(List.of(function.signature()), Map.of(), List.of(), arguments);
    return applicable.isEmpty()
        ? mismatch(function.signature(), arguments, call)
        : called(function, applicable.get(0), call);
  }

  /** {@code function<T>(arguments)}, or with type arguments that the arguments tell. */
  BoundExpression call(
      GenericFunction function, List<ClrType> typeArguments, ExpressionSyntax.Call call) {
    List<Overloads.Argument> arguments = binder.members().arguments(call.arguments());
    if (arguments == null || typeArguments.stream().anyMatch(Types::isError)) {
      return new BoundExpression.Invalid();
    }
    Overloads.Applicable chosen = chosen(function, typeArguments, arguments);
    if (chosen == null) {
      return mismatch(function.open(), arguments, call);
    }
    String wrong = violated(function, chosen);
    if (wrong != null) {
      return reporter.error("CALL_MISMATCH", call, wrong);
    }
    FunctionSymbol made = made(function, chosen);
    return made == null
        ? reporter.error(
            "EXPRESSION_TOO_LARGE",
            call,
            "too many functions are made of '" + function.name() + "'")
        : called(made, chosen, call);
  }

  Overloads.@Nullable Applicable chosen(
      GenericFunction function, List<ClrType> typeArguments, List<Overloads.Argument> arguments) {
    List<Overloads.Applicable> applicable =
        Overloads.applicable(List.of(function.open()), Map.of(), typeArguments, arguments);
    return applicable.isEmpty() ? null : applicable.get(0);
  }

  @Nullable FunctionSymbol made(GenericFunction function, Overloads.Applicable chosen) {
    return function.of(typeArguments(function, chosen), this);
  }

  private static List<ClrType> typeArguments(
      GenericFunction function, Overloads.Applicable chosen) {
    List<ClrType> types = new ArrayList<>();
    for (String name : function.open().typeParameters()) {
      types.add(chosen.typeArguments().getOrDefault(name, Types.OBJECT));
    }
    return types;
  }

  /** What a type argument lacks; null if all are right. */
  private @Nullable String violated(GenericFunction function, Overloads.Applicable chosen) {
    Map<String, ClrType> types = function.types(typeArguments(function, chosen));
    for (StatementSyntax.TypeParameter parameter : function.syntax().typeParameters()) {
      ClrType type = types.getOrDefault(parameter.name(), Types.OBJECT);
      String shown = "'" + type.display() + "' cannot be '" + parameter.name() + "': ";
      if (parameter.isClass() && type.isValueType()) {
        return shown + "that is a reference type (CS0452)";
      }
      if (parameter.isStruct() && (!type.isValueType() || Types.isNullable(type))) {
        return shown + "that is a value type (CS0453)";
      }
      for (TypeSyntax base : parameter.bases()) {
        ClrType wanted = constraint(base, binder.scope(), types);
        BoundExpression value = new BoundExpression.Local(LocalSymbol.temporary(type));
        if (!Types.isError(wanted) && Conversions.implicit(value, wanted) == null) {
          return shown + "that converts to '" + wanted.display() + "' (CS0311)";
        }
      }
    }
    return null;
  }

  /** The type that a {@code where} names. */
  ClrType constraint(TypeSyntax syntax, Scope scope, Map<String, ClrType> types) {
    return binder.types().within(scope, types, () -> binder.types().type(syntax));
  }

  private BoundExpression mismatch(
      Member.Method signature, List<Overloads.Argument> arguments, ExpressionSyntax.Call call) {
    return binder
        .members()
        .noOverload(List.of(signature), signature.name(), call.start(), arguments, call);
  }

  private BoundExpression called(
      FunctionSymbol function, Overloads.Applicable chosen, ExpressionSyntax.Call call) {
    binder.frame().use(function);
    for (int i = 0; i < call.arguments().size(); i++) {
      ExpressionSyntax.Parameter parameter =
          function.syntax().parameters().get(chosen.parameterOf().get(i));
      if ("in".equals(call.arguments().get(i).modifier()) && !"in".equals(parameter.modifier())) {
        return reporter.error(
            "CALL_MISMATCH",
            call.arguments().get(i).value(),
            "'" + parameter.name() + "' is no 'in' parameter (CS1615)");
      }
    }
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < chosen.arguments().size(); i++) {
      values.add(binder.members().passed(chosen, i));
    }
    return WrittenOrder.keep(
        chosen,
        null,
        values,
        ordered ->
            new BoundExpression.LocalCall(
                function, ordered, function.type(), call.start(), call.target().end()));
  }
}
