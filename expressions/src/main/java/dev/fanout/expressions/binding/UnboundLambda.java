package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.Problem;
import dev.fanout.expressions.syntax.StatementSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lambda before its delegate type is known (ECMA-334 12.19). Its body is bound once for each list
 * of parameter types, whatever the result is converted to, so that overloads cost nothing more.
 */
final class UnboundLambda implements Deferred {
  private final Binder binder;
  private final ExpressionSyntax.Lambda syntax;
  private final Scope scope;
  private final Frame parent;
  private final @Nullable List<ClrType> writtenTypes;
  private final @Nullable List<List<String>> ranges;
  private final Map<List<ClrType>, Body> bodies = new HashMap<>();

  /** The body, bound with parameters of certain types, and what is wrong in it. */
  private record Body(
      List<LocalSymbol> parameters,
      Frame frame,
      @Nullable BoundExpression expression,
      @Nullable BoundStatement block,
      List<BoundStatement.Return> returns,
      List<Problem> problems) {}

  /** {@code scope} and {@code parent} are those of the place where the lambda stands. */
  UnboundLambda(
      Binder binder,
      ExpressionSyntax.Lambda syntax,
      Scope scope,
      Frame parent,
      @Nullable List<ClrType> writtenTypes) {
    this(binder, syntax, scope, parent, writtenTypes, null);
  }

  private UnboundLambda(
      Binder binder,
      ExpressionSyntax.Lambda syntax,
      Scope scope,
      Frame parent,
      @Nullable List<ClrType> writtenTypes,
      @Nullable List<List<String>> ranges) {
    this.binder = binder;
    this.syntax = syntax;
    this.scope = scope;
    this.parent = parent;
    this.writtenTypes = writtenTypes;
    this.ranges = ranges;
  }

  /** A lambda of a query: each parameter is a range variable, or an anonymous object of several. */
  static UnboundLambda ofRanges(
      Binder binder, List<List<String>> ranges, ExpressionSyntax body, int start, int end) {
    List<ExpressionSyntax.Parameter> parameters = new ArrayList<>();
    for (List<String> names : ranges) {
      parameters.add(new ExpressionSyntax.Parameter(null, null, names.get(0), start, start, null));
    }
    ExpressionSyntax.Lambda syntax =
        new ExpressionSyntax.Lambda(start, end, parameters, false, body, null);
    return new UnboundLambda(binder, syntax, binder.scope().here(), binder.frame(), null, ranges);
  }

  @Override
  public String description() {
    return "a lambda";
  }

  @Override
  public @Nullable List<ClrType> writtenTypes() {
    return writtenTypes;
  }

  @Override
  public boolean isFunction() {
    return true;
  }

  @Override
  public @Nullable BoundExpression as(ClrType type) {
    Delegates.Signature signature = Delegates.signature(type);
    if (signature == null || !takes(signature.parameters())) {
      return null;
    }
    Body body = body(signature.parameters());
    if (!body.problems().isEmpty()) {
      return null;
    }
    if (signature.result() == ClrType.Special.VOID) {
      return asAction(type, body);
    }
    BoundExpression expression = body.expression();
    Map<BoundStatement.Return, BoundExpression> results = new IdentityHashMap<>();
    BoundStatement statement;
    if (expression != null) {
      BoundExpression result = result(expression, signature.result());
      if (result == null) {
        return null;
      }
      statement = new BoundStatement.Return(result);
    } else {
      statement = block(body);
      for (BoundStatement.Return returned : body.returns()) {
        BoundExpression value = returned.value();
        BoundExpression result = value == null ? null : result(value, signature.result());
        if (result == null) {
          return null;
        }
        results.put(returned, result);
      }
      if (FlowAnalysis.reachesEnd(statement)) {
        return null;
      }
    }
    return new BoundExpression.Lambda(
        (ClrType.Named) type, body.parameters(), statement, results, body.frame());
  }

  private @Nullable BoundExpression asAction(ClrType type, Body body) {
    BoundExpression expression = body.expression();
    if (expression != null && !StatementBinder.isStatement(syntax.expression())) {
      return null;
    }
    if (body.returns().stream().anyMatch(returned -> returned.value() != null)) {
      return null;
    }
    BoundStatement statement =
        expression != null ? new BoundStatement.Effect(expression) : block(body);
    return new BoundExpression.Lambda(
        (ClrType.Named) type, body.parameters(), statement, Map.of(), body.frame());
  }

  private static BoundStatement block(Body body) {
    BoundStatement block = body.block();
    return block == null ? new BoundStatement.Block(List.of()) : block;
  }

  /** As the delegate gives it: an object, but for bool, whose boxes nobody tells apart here. */
  private static @Nullable BoundExpression result(BoundExpression value, ClrType type) {
    if (value.type() == ClrType.Special.VOID) {
      return null;
    }
    BoundExpression converted = Conversions.implicit(value, type);
    return converted == null || converted.type().equals(Types.BOOL)
        ? converted
        : Conversions.implicit(converted, Types.OBJECT);
  }

  private boolean takes(List<ClrType> parameterTypes) {
    List<ClrType> written = writtenTypes;
    if (written != null) {
      return written.equals(parameterTypes);
    }
    return syntax.ignoresParameters() || syntax.parameters().size() == parameterTypes.size();
  }

  @Override
  public @Nullable ClrType resultType(List<ClrType> parameterTypes) {
    if (!takes(parameterTypes)) {
      return null;
    }
    Body body = body(parameterTypes);
    if (!body.problems().isEmpty()) {
      return null;
    }
    BoundExpression expression = body.expression();
    if (expression != null) {
      return known(expression.type());
    }
    List<BoundExpression> values = new ArrayList<>();
    for (BoundStatement.Return returned : body.returns()) {
      BoundExpression value = returned.value();
      if (value != null) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      return ClrType.Special.VOID;
    }
    ClrType common = Binder.bestCommonType(values);
    return common == null ? null : known(common);
  }

  private static @Nullable ClrType known(ClrType type) {
    return type instanceof ClrType.Special && type != ClrType.Special.VOID ? null : type;
  }

  @Override
  public boolean explain(Reporter reporter) {
    List<Problem> fewest = List.of();
    for (Body body : bodies.values()) {
      if (!body.problems().isEmpty()
          && (fewest.isEmpty() || body.problems().size() < fewest.size())) {
        fewest = body.problems();
      }
    }
    reporter.addAll(fewest);
    return !fewest.isEmpty();
  }

  private Body body(List<ClrType> parameterTypes) {
    Body known = bodies.get(parameterTypes);
    if (known == null) {
      known = bind(parameterTypes);
      bodies.put(List.copyOf(parameterTypes), known);
    }
    return known;
  }

  private Body bind(List<ClrType> parameterTypes) {
    Frame frame = new Frame(parent);
    Reporter reporter = binder.reporter();
    int before = reporter.count();
    List<LocalSymbol> parameters = new ArrayList<>();
    List<BoundStatement.Return> returns = new ArrayList<>();
    BoundExpression[] expression = new BoundExpression[1];
    BoundStatement[] block = new BoundStatement[1];
    binder.within(
        scope,
        frame,
        () -> {
          for (int i = 0; i < parameterTypes.size(); i++) {
            parameters.add(parameter(i, parameterTypes.get(i), frame));
          }
          StatementSyntax.Block statements = syntax.block();
          if (syntax.expression() instanceof ExpressionSyntax.Throw thrown) {
            statements = StatementSyntax.Block.of(thrown);
          }
          if (statements == null && syntax.expression() != null) {
            expression[0] = binder.expression(syntax.expression());
          } else if (statements != null) {
            block[0] = new StatementBinder(binder, new LambdaReturns(returns)).block(statements);
          }
        },
        syntax);
    return new Body(
        parameters, frame, expression[0], block[0], returns, reporter.takeSince(before));
  }

  private LocalSymbol parameter(int index, ClrType type, Frame frame) {
    if (syntax.ignoresParameters()) {
      return LocalSymbol.temporary(type, frame);
    }
    ExpressionSyntax.Parameter parameter = syntax.parameters().get(index);
    if (ranges != null) {
      return range(ranges.get(index), type, frame, parameter);
    }
    return binder.declare(parameter.name(), type, parameter.start(), parameter.end(), false);
  }

  private LocalSymbol range(
      List<String> names, ClrType type, Frame frame, ExpressionSyntax.Parameter parameter) {
    if (names.size() == 1) {
      return binder.declare(names.get(0), type, parameter.start(), parameter.end(), true);
    }
    LocalSymbol all = LocalSymbol.temporary(type, frame);
    for (int i = 0; i < names.size(); i++) {
      // Declares the name, so that it is taken as another variable's would be.
      binder.declare(names.get(i), type, parameter.start(), parameter.end(), true);
      BoundExpression value =
          type instanceof ClrType.Anonymous
              ? AnonymousBinder.value(new BoundExpression.Local(all), i)
              : new BoundExpression.Invalid();
      binder.scope().add(names.get(i), new RangeVariable(all, value));
    }
    return all;
  }

  /** Keeps the values as they are: what they are converted to is decided later. */
  private record LambdaReturns(List<BoundStatement.Return> returns) implements Returns {
    @Override
    public BoundStatement of(@Nullable ExpressionSyntax value, Binder binder, int start, int end) {
      BoundStatement.Return returned =
          new BoundStatement.Return(value == null ? null : binder.untyped(value));
      returns.add(returned);
      return returned;
    }
  }
}
