package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Definite assignment and reachability (ECMA-334 9.4 and 13.2): a variable is read only where every
 * way there gave it a value, and every way through a block returns. Null stands for a place that
 * nothing reaches, where everything counts as assigned.
 */
final class FlowAnalysis {
  private final Reporter reporter;
  private final int end;
  private final Set<LocalSymbol> reported;
  private final Deque<List<Set<LocalSymbol>>> breaks = new ArrayDeque<>();
  private final FunctionFlow functions;
  private final @Nullable FunctionSymbol function;
  private final Map<BoundStatement.Return, BoundExpression> results;
  private @Nullable Set<LocalSymbol> atReturns;

  /** The variables assigned after a condition, by its outcome; null where it never comes out so. */
  private record Outcome(
      @Nullable Set<LocalSymbol> whenTrue, @Nullable Set<LocalSymbol> whenFalse) {}

  private FlowAnalysis(Reporter reporter, int end) {
    this.reporter = reporter;
    this.end = end;
    this.reported = Collections.newSetFromMap(new IdentityHashMap<>());
    this.functions = new FunctionFlow();
    this.function = null;
    this.results = Map.of();
  }

  /** Of code within: a lambda of the same function, or a function's body. */
  private FlowAnalysis(
      FlowAnalysis outer,
      @Nullable FunctionSymbol function,
      Map<BoundStatement.Return, BoundExpression> results) {
    boolean again = function != null && !outer.functions.isFirst(function);
    this.reporter = again ? new Reporter(new ArrayList<>()) : outer.reporter;
    this.end = outer.end;
    this.reported = outer.reported;
    this.functions = outer.functions;
    this.function = function;
    this.results = results;
  }

  static void check(BoundStatement body, Reporter reporter, int end) {
    FlowAnalysis analysis = new FlowAnalysis(reporter, end);
    if (analysis.statement(body, new HashSet<>()) != null) {
      reporter.error(
          "RETURN_MISSING", end, end, "not every way through the block returns (CS1643)", null);
    }
  }

  /** Can the end of the statement be reached, if its beginning can? */
  static boolean reachesEnd(BoundStatement statement) {
    FlowAnalysis silent = new FlowAnalysis(new Reporter(new ArrayList<>()), 0);
    return silent.statement(statement, new HashSet<>()) != null;
  }

  /** What the function needs and assigns; its body is looked at once, errors are reported then. */
  private Set<LocalSymbol> assignedBy(FunctionSymbol called) {
    return functions.assignedBy(called, this::body);
  }

  private Set<LocalSymbol> body(FunctionSymbol called) {
    FlowAnalysis inner = new FlowAnalysis(this, called, Map.of());
    Set<LocalSymbol> atEnd = inner.statement(called.body(), new HashSet<>(called.parameters()));
    if (atEnd != null && called.type() != ClrType.Special.VOID) {
      int place = called.syntax().end();
      inner.reporter.error(
          "RETURN_MISSING",
          place,
          place,
          "not every way through '" + called.name() + "' returns (CS0161)",
          null);
    }
    Set<LocalSymbol> joined = join(atEnd, inner.atReturns);
    Set<LocalSymbol> assigned = joined == null ? new HashSet<>() : new HashSet<>(joined);
    assigned.retainAll(called.frame().captured());
    return assigned;
  }

  private @Nullable Set<LocalSymbol> statement(
      BoundStatement statement, @Nullable Set<LocalSymbol> before) {
    if (statement instanceof BoundStatement.Function declared) {
      assignedBy(declared.symbol());
      return before;
    }
    if (before == null) {
      return null;
    }
    if (statement instanceof BoundStatement.Block block) {
      return statements(block.statements(), before);
    }
    if (statement instanceof BoundStatement.Declare declare) {
      if (declare.value() == null) {
        return before;
      }
      return with(value(declare.value(), before), declare.symbol());
    }
    if (statement instanceof BoundStatement.Effect effect) {
      return value(effect.expression(), before);
    }
    if (statement instanceof BoundStatement.If branch) {
      Outcome outcome = condition(branch.condition(), before);
      Set<LocalSymbol> then = statement(branch.then(), outcome.whenTrue());
      BoundStatement otherwise = branch.otherwise();
      return join(
          then,
          otherwise == null ? outcome.whenFalse() : statement(otherwise, outcome.whenFalse()));
    }
    if (statement instanceof BoundStatement.Loop loop) {
      return loop(loop, before);
    }
    if (statement instanceof BoundStatement.ForEachElement each) {
      Set<LocalSymbol> after = value(each.array(), before);
      Set<LocalSymbol> inside =
          with(with(with(after, each.arrayLocal()), each.index()), each.variable());
      return forEach(each.body(), after, inside);
    }
    if (statement instanceof BoundStatement.ForEachItem each) {
      Set<LocalSymbol> after = value(each.iterator(), before);
      Set<LocalSymbol> inside = with(with(after, each.item()), each.variable());
      return forEach(each.body(), after, inside);
    }
    if (statement instanceof BoundStatement.Return returned) {
      BoundExpression result = results.getOrDefault(returned, returned.value());
      atReturns = join(atReturns, result == null ? before : value(result, before));
      return null;
    }
    if (statement instanceof BoundStatement.Break) {
      breaks.element().add(before);
      return null;
    }
    if (statement instanceof BoundStatement.Continue) {
      return null;
    }
    if (statement instanceof BoundStatement.Switch choice) {
      return choice(choice, before);
    }
    throw new IllegalStateException(statement.toString());
  }

  private @Nullable Set<LocalSymbol> statements(
      List<BoundStatement> statements, Set<LocalSymbol> before) {
    Set<LocalSymbol> now = before;
    for (BoundStatement statement : statements) {
      now = statement(statement, now);
    }
    return now;
  }

  private @Nullable Set<LocalSymbol> loop(BoundStatement.Loop loop, Set<LocalSymbol> before) {
    breaks.push(new ArrayList<>());
    Set<LocalSymbol> exit;
    if (loop.testsFirst()) {
      Outcome outcome =
          loop.condition() == null
              ? new Outcome(before, null)
              : condition(loop.condition(), before);
      Set<LocalSymbol> body = statement(loop.body(), outcome.whenTrue());
      for (BoundExpression step : loop.steps()) {
        Set<LocalSymbol> from = body == null ? outcome.whenTrue() : body;
        if (from != null) {
          body = value(step, from);
        }
      }
      exit = outcome.whenFalse();
    } else {
      Set<LocalSymbol> body = statement(loop.body(), before);
      BoundExpression condition = loop.condition();
      exit =
          condition == null ? null : condition(condition, body == null ? before : body).whenFalse();
    }
    return joinBreaks(exit);
  }

  private @Nullable Set<LocalSymbol> forEach(
      BoundStatement body, Set<LocalSymbol> after, Set<LocalSymbol> inside) {
    breaks.push(new ArrayList<>());
    statement(body, inside);
    return joinBreaks(after);
  }

  private @Nullable Set<LocalSymbol> joinBreaks(@Nullable Set<LocalSymbol> exit) {
    Set<LocalSymbol> joined = exit;
    for (Set<LocalSymbol> assigned : breaks.pop()) {
      joined = join(joined, assigned);
    }
    return joined;
  }

  private @Nullable Set<LocalSymbol> choice(BoundStatement.Switch choice, Set<LocalSymbol> before) {
    Set<LocalSymbol> after = with(value(choice.value(), before), choice.local());
    breaks.push(new ArrayList<>());
    boolean hasDefault = false;
    for (BoundStatement.Section section : choice.sections()) {
      hasDefault |= section.isDefault();
      if (statements(section.statements(), after) != null) {
        reporter.error(
            "CASE_FALLS_THROUGH",
            section.start(),
            section.end(),
            "this case does not end with break or return (CS0163)",
            null);
      }
    }
    return joinBreaks(hasDefault ? null : after);
  }

  private static Set<LocalSymbol> with(Set<LocalSymbol> assigned, LocalSymbol symbol) {
    Set<LocalSymbol> more = new HashSet<>(assigned);
    more.add(symbol);
    return more;
  }

  private static @Nullable Set<LocalSymbol> join(
      @Nullable Set<LocalSymbol> a, @Nullable Set<LocalSymbol> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<LocalSymbol> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }

  private Outcome condition(BoundExpression expression, Set<LocalSymbol> before) {
    if (expression instanceof Constant constant && constant.value() instanceof Boolean value) {
      return value ? new Outcome(before, null) : new Outcome(null, before);
    }
    if (expression instanceof BoundExpression.Unary unary && unary.operator().equals("!")) {
      Outcome inner = condition(unary.operand(), before);
      return new Outcome(inner.whenFalse(), inner.whenTrue());
    }
    if (expression instanceof BoundExpression.Logical logical) {
      Outcome left = condition(logical.left(), before);
      if (logical.isAnd()) {
        Outcome right = reached(logical.right(), left.whenTrue(), before);
        return new Outcome(right.whenTrue(), join(left.whenFalse(), right.whenFalse()));
      }
      Outcome right = reached(logical.right(), left.whenFalse(), before);
      return new Outcome(join(left.whenTrue(), right.whenTrue()), right.whenFalse());
    }
    if (expression instanceof BoundExpression.TypeTest test) {
      Set<LocalSymbol> after = value(test.operand(), before);
      LocalSymbol variable = test.variable();
      return new Outcome(variable == null ? after : with(after, variable), after);
    }
    Set<LocalSymbol> after = value(expression, before);
    return new Outcome(after, after);
  }

  private Outcome reached(
      BoundExpression expression, @Nullable Set<LocalSymbol> before, Set<LocalSymbol> otherwise) {
    return before == null
        ? new Outcome(null, null)
        : condition(expression, before == otherwise ? otherwise : before);
  }

  private Set<LocalSymbol> value(BoundExpression expression, Set<LocalSymbol> before) {
    if (expression instanceof BoundExpression.Local local) {
      read(local, before);
      return before;
    }
    if (expression instanceof BoundExpression.Logical
        || expression instanceof BoundExpression.TypeTest) {
      Outcome outcome = condition(expression, before);
      Set<LocalSymbol> joined = join(outcome.whenTrue(), outcome.whenFalse());
      return joined == null ? before : joined;
    }
    if (expression instanceof BoundExpression.Conditional conditional) {
      Outcome outcome = condition(conditional.condition(), before);
      Set<LocalSymbol> a =
          outcome.whenTrue() == null ? null : value(conditional.whenTrue(), outcome.whenTrue());
      Set<LocalSymbol> b =
          outcome.whenFalse() == null ? null : value(conditional.whenFalse(), outcome.whenFalse());
      Set<LocalSymbol> joined = join(a, b);
      return joined == null ? before : joined;
    }
    if (expression instanceof BoundExpression.Coalesce coalesce) {
      Set<LocalSymbol> after = value(coalesce.left(), before);
      value(coalesce.otherwise(), after);
      return after;
    }
    if (expression instanceof BoundExpression.ConditionalAccess access) {
      Set<LocalSymbol> after = value(access.receiver(), before);
      value(access.access(), after);
      return after;
    }
    if (expression instanceof BoundExpression.Assignment assignment) {
      if (assignment.target() instanceof BoundExpression.Local local) {
        return with(value(assignment.value(), before), local.symbol());
      }
      return value(assignment.value(), value(assignment.target(), before));
    }
    if (expression instanceof BoundExpression.Let let) {
      return value(let.body(), with(value(let.value(), before), let.symbol()));
    }
    if (expression instanceof BoundExpression.Lambda lambda) {
      Set<LocalSymbol> inside = new HashSet<>(before);
      inside.addAll(lambda.parameters());
      new FlowAnalysis(this, function, lambda.results()).statement(lambda.body(), inside);
      return before;
    }
    if (expression instanceof BoundExpression.LocalCall call) {
      Set<LocalSymbol> now = before;
      for (BoundExpression argument : call.arguments()) {
        now = value(argument, now);
      }
      Set<LocalSymbol> after = new HashSet<>(now);
      after.addAll(assignedBy(call.function()));
      for (LocalSymbol needed : List.copyOf(call.function().needed())) {
        read(new BoundExpression.Local(needed, call.start(), call.end()), now);
      }
      return after;
    }
    if (expression instanceof BoundExpression.OutArgument out) {
      return with(before, out.symbol());
    }
    Set<LocalSymbol> now = before;
    for (BoundExpression operand : Operands.of(expression)) {
      now = value(operand, now);
    }
    return now;
  }

  private void read(BoundExpression.Local local, Set<LocalSymbol> assigned) {
    LocalSymbol symbol = local.symbol();
    if (symbol.name().isEmpty() || assigned.contains(symbol)) {
      return;
    }
    if (function != null && function.frame().captured().contains(symbol)) {
      // Whoever calls the function sees to it.
      function.needed().add(symbol);
    } else if (reported.add(symbol)) {
      reporter.error(
          "NOT_ASSIGNED",
          Math.max(0, local.start()),
          Math.max(0, local.end()),
          "'" + symbol.name() + "' is read before it surely has a value (CS0165)",
          null);
    }
  }
}
