package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.StatementSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
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
    Member.Method signature =
        new Member.Method(
            syntax.name(),
            Member.Kind.METHOD,
            true,
            false,
            List.of(),
            List.of(),
            parameters,
            type,
            NONE);
    FunctionSymbol symbol = new FunctionSymbol(syntax, signature, new Frame(binder.frame()));
    if (binder.scope().find(syntax.name()) != null) {
      reporter.error(
          "NAME_TAKEN",
          syntax.start(),
          syntax.returnType().end(),
          "'" + syntax.name() + "' is declared already (CS0128)",
          null);
    }
    binder.scope().add(syntax.name(), symbol);
  }

  private Member.Parameter parameter(ExpressionSyntax.Parameter syntax, ClrType type) {
    String modifier = syntax.modifier();
    boolean isParams = "params".equals(modifier);
    if ("in".equals(modifier) || (isParams && !(type instanceof ClrType.Array))) {
      reporter.error(
          isParams ? "SYNTAX_ERROR" : "UNSUPPORTED",
          syntax.start(),
          syntax.end(),
          isParams
              ? "a params parameter is an array (CS0225)"
              : "an 'in' parameter is not supported yet",
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
        syntax.name(), type, isParams, isOut, written != null, value, isRef);
  }

  private static boolean isVoid(TypeSyntax type) {
    return type.parts().size() == 1 && type.parts().get(0).name().equals("void");
  }

  /** The declaration itself: nothing happens where it stands. */
  BoundStatement bind(StatementSyntax.Function syntax) {
    if (!(binder.scope().find(syntax.name()) instanceof FunctionSymbol function)
        || function.syntax() != syntax) {
      return new BoundStatement.Block(List.of());
    }
    ExpressionSyntax at = new ExpressionSyntax.Invalid(syntax.start(), syntax.end());
    List<LocalSymbol> parameters = new ArrayList<>();
    BoundStatement[] body = new BoundStatement[1];
    binder.within(
        binder.scope(),
        function.frame(),
        () -> {
          for (int i = 0; i < syntax.parameters().size(); i++) {
            ExpressionSyntax.Parameter parameter = syntax.parameters().get(i);
            LocalSymbol symbol =
                binder.declare(
                    parameter.name(),
                    function.signature().parameters().get(i).type(),
                    parameter.start(),
                    parameter.end(),
                    false);
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
    return new BoundStatement.Function(function);
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
    binder.frame().use(function);
    List<Overloads.Argument> arguments = binder.members().arguments(call.arguments());
    if (arguments == null) {
      return new BoundExpression.Invalid();
    }
    List<Overloads.Applicable> applicable =
        Overloads.applicable(List.of(function.signature()), Map.of(), List.of(), arguments);
    if (applicable.isEmpty()) {
      return binder
          .members()
          .noOverload(
              List.of(function.signature()), function.name(), call.start(), arguments, call);
    }
    Overloads.Applicable chosen = applicable.get(0);
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
