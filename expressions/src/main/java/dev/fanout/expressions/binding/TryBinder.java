package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.StatementSyntax;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code try}, {@code throw}, {@code using} and {@code lock} (ECMA-334 13.10 to 13.14). */
final class TryBinder {
  private final StatementBinder statements;
  private final Binder binder;
  private final Reporter reporter;

  TryBinder(StatementBinder statements, Binder binder) {
    this.statements = statements;
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundStatement bind(StatementSyntax.Try statement) {
    BoundStatement body = statements.block(statement.body());
    List<BoundStatement.Catch> catches = new ArrayList<>();
    List<ClrType> caught = new ArrayList<>();
    for (StatementSyntax.Catch clause : statement.catches()) {
      catches.add(bind(clause, caught));
    }
    StatementSyntax.Block syntax = statement.finallyBlock();
    BoundStatement finallyBlock =
        syntax == null ? null : statements.unleavable(() -> statements.block(syntax));
    return new BoundStatement.Try(body, catches, finallyBlock);
  }

  /** {@code caught} are the types of earlier clauses without a filter. */
  private BoundStatement.Catch bind(StatementSyntax.Catch clause, List<ClrType> caught) {
    TypeSyntax syntax = clause.type();
    ClrType type = syntax == null ? Types.exception() : binder.types().type(syntax);
    if (!Types.isError(type) && !Conversions.isReferenceUp(type, Types.exception())) {
      reporter.error(
          "TYPE_MISMATCH",
          clause.start(),
          clause.end(),
          "what is caught derives from 'Exception' (CS0155)",
          null);
      type = ClrType.Special.ERROR;
    }
    ClrType known = type;
    if (caught.stream().anyMatch(earlier -> Conversions.isReferenceUp(known, earlier))) {
      reporter.error(
          "CASE_DUPLICATE",
          clause.start(),
          clause.end(),
          "a catch before this one catches '" + type.display() + "' already (CS0160)",
          null);
    }
    binder.scope().enter();
    LocalSymbol variable = null;
    if (clause.name() != null) {
      variable = binder.declare(clause.name(), type, clause.start(), clause.end(), false);
    }
    ExpressionSyntax filterSyntax = clause.filter();
    BoundExpression filter = filterSyntax == null ? null : binder.value(filterSyntax, Types.BOOL);
    if (filter == null && !Types.isError(type)) {
      caught.add(type);
    }
    statements.enterCatch();
    BoundStatement body = statements.block(clause.body());
    statements.leaveCatch();
    binder.scope().leave();
    boolean every = Types.isError(type) || type.equals(Types.exception());
    return new BoundStatement.Catch(every ? null : type, variable, filter, body);
  }

  BoundStatement thrown(StatementSyntax.Throw statement) {
    ExpressionSyntax syntax = statement.value();
    if (syntax == null) {
      if (!statements.isInCatch()) {
        reporter.error(
            "SYNTAX_ERROR",
            statement.start(),
            statement.end(),
            "only a catch block throws again what it caught (CS0156)",
            null);
      }
      return new BoundStatement.Rethrow();
    }
    return new BoundStatement.Throw(exception(syntax, binder));
  }

  /** What is thrown; reports what is no exception. */
  static BoundExpression exception(ExpressionSyntax syntax, Binder binder) {
    BoundExpression value = binder.value(syntax);
    if (Types.isError(value.type())) {
      return value;
    }
    BoundExpression exception = Conversions.implicit(value, Types.exception());
    return exception != null
        ? exception
        : binder
            .reporter()
            .error(
                "TYPE_MISMATCH",
                syntax,
                "what is thrown derives from 'Exception', not '"
                    + value.type().display()
                    + "' (CS0155)");
  }

  BoundStatement using(StatementSyntax.Using statement) {
    binder.scope().enter();
    BoundStatement bound;
    if (statement.resource() instanceof StatementSyntax.Local local) {
      bound = declared(local, 0, statement);
    } else {
      ExpressionSyntax syntax = ((StatementSyntax.Expression) statement.resource()).expression();
      BoundExpression value = binder.value(syntax);
      LocalSymbol resource = LocalSymbol.temporary(value.type());
      bound = disposed(resource, value, syntax, () -> statements.embedded(statement.body()));
    }
    binder.scope().leave();
    return bound;
  }

  /** The declarators from {@code index} on, each disposed of after those behind it. */
  private BoundStatement declared(
      StatementSyntax.Local local, int index, StatementSyntax.Using statement) {
    if (index == local.declarators().size()) {
      return statements.embedded(statement.body());
    }
    StatementSyntax.Declarator declarator = local.declarators().get(index);
    ExpressionSyntax syntax = declarator.initializer();
    ExpressionSyntax at =
        syntax == null
            ? new ExpressionSyntax.Invalid(declarator.start(), declarator.end())
            : syntax;
    BoundExpression value =
        syntax == null
            ? reporter.error("SYNTAX_ERROR", at, "'using' gives its variable a value (CS0210)")
            : binder.value(syntax);
    if (!local.type().isVar()) {
      value = binder.convert(value, binder.types().type(local.type()), at);
    }
    LocalSymbol resource =
        binder.declare(declarator.name(), value.type(), declarator.start(), declarator.end(), true);
    return disposed(resource, value, at, () -> declared(local, index + 1, statement));
  }

  private BoundStatement disposed(
      LocalSymbol resource,
      BoundExpression value,
      ExpressionSyntax at,
      java.util.function.Supplier<BoundStatement> inner) {
    BoundStatement body = inner.get();
    if (Types.isError(value.type())) {
      return body;
    }
    BoundExpression read = new BoundExpression.Local(resource);
    BoundExpression call = value.type() == ClrType.Special.NULL ? null : dispose(read);
    if (call == null) {
      reporter.error(
          "TYPE_MISMATCH",
          at,
          "'" + value.type().display() + "' has nothing to dispose of (CS1674)");
      return body;
    }
    BoundExpression present =
        new BoundExpression.SameReference(false, read, new Constant(ClrType.Special.NULL, null));
    BoundStatement disposing = new BoundStatement.Effect(call);
    return new BoundStatement.Block(
        List.of(
            new BoundStatement.Declare(resource, value),
            new BoundStatement.Try(
                body,
                List.of(),
                Types.takesNull(value.type())
                    ? new BoundStatement.If(present, disposing, null)
                    : disposing)));
  }

  private static @Nullable BoundExpression dispose(BoundExpression resource) {
    for (ClrType level : MemberBinder.levels(resource.type())) {
      for (Member member : MemberBinder.members(level, "Dispose")) {
        if (member instanceof Member.Method method && method.parameters().isEmpty()) {
          BoundExpression self = Conversions.implicit(resource, level);
          return self == null
              ? null
              : new BoundExpression.Call(method.target(), List.of(self), ClrType.Special.VOID);
        }
      }
    }
    return null;
  }

  /** An expression has one thread: nobody else holds the lock. */
  BoundStatement lock(StatementSyntax.Lock statement) {
    BoundExpression value = binder.value(statement.value());
    if (value.type().isValueType()) {
      reporter.error("TYPE_MISMATCH", statement.value(), "a lock is on a reference (CS0185)");
    }
    BoundExpression object = Conversions.implicit(value, Types.OBJECT);
    BoundExpression held =
        new BoundExpression.Call(
            new Member.Target(
                Member.Invocation.STATIC,
                "dev/fanout/expressions/runtime/Objects",
                "locked",
                "(Ljava/lang/Object;)V"),
            List.of(object == null ? value : object),
            ClrType.Special.VOID);
    return new BoundStatement.Block(
        List.of(new BoundStatement.Effect(held), statements.embedded(statement.body())));
  }
}
