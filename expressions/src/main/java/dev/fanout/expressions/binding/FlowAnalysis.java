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
import java.util.Objects;
import java.util.Optional;
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
  private final FunctionFlow functions;
  private final @Nullable FunctionSymbol function;
  private final Map<BoundStatement.Return, BoundExpression> results;
  private final List<Runnable> reports = new ArrayList<>();
  private final Deque<Exit> breaks = new ArrayDeque<>();
  private final Deque<Exit> continues = new ArrayDeque<>();

  /** What the finally blocks around assign, innermost first; null of one that never ends. */
  private final Deque<Optional<Set<LocalSymbol>>> finallies = new ArrayDeque<>();

  private final Map<LabelSymbol, Exit> labels = new IdentityHashMap<>();
  private boolean labelsChanged;
  private @Nullable Set<LocalSymbol> atReturns;

  /** A place that several ways lead to, and what is assigned on all of them so far. */
  private static final class Exit {
    private final int depth;
    private @Nullable Set<LocalSymbol> assigned;

    Exit(int depth) {
      this.depth = depth;
    }
  }

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
    boolean reachesEnd = analysis.whole(body, new HashSet<>()) != null;
    analysis.reports.forEach(Runnable::run);
    if (reachesEnd) {
      reporter.error(
          "RETURN_MISSING", end, end, "not every way through the block returns (CS1643)", null);
    }
  }

  /** Can the end of the statement be reached, if its beginning can? */
  static boolean reachesEnd(BoundStatement statement) {
    FlowAnalysis silent = new FlowAnalysis(new Reporter(new ArrayList<>()), 0);
    return silent.whole(statement, new HashSet<>()) != null;
  }

  /** What the function needs and assigns; its body is looked at once, errors are reported then. */
  private Set<LocalSymbol> assignedBy(FunctionSymbol called) {
    return functions.assignedBy(called, this::body);
  }

  private Set<LocalSymbol> body(FunctionSymbol called) {
    FlowAnalysis inner = new FlowAnalysis(this, called, Map.of());
    Set<LocalSymbol> atStart = new HashSet<>(called.parameters());
    for (int i = 0; i < called.parameters().size(); i++) {
      if (called.isOut(i)) {
        atStart.remove(called.parameters().get(i));
      }
    }
    Set<LocalSymbol> atEnd = inner.whole(called.body(), atStart);
    inner.reports.forEach(Runnable::run);
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
    for (int i = 0; i < called.parameters().size(); i++) {
      LocalSymbol parameter = called.parameters().get(i);
      if (joined != null && called.isOut(i) && !joined.contains(parameter)) {
        int place = called.syntax().start();
        inner.reporter.error(
            "NOT_ASSIGNED",
            place,
            place,
            "'" + parameter.name() + "' has no value where the function returns (CS0177)",
            null);
      }
    }
    Set<LocalSymbol> assigned = joined == null ? new HashSet<>() : new HashSet<>(joined);
    assigned.retainAll(called.frame().captured());
    return assigned;
  }

  /** Again until no goto brings anything new to its label. */
  private @Nullable Set<LocalSymbol> whole(BoundStatement body, Set<LocalSymbol> before) {
    List<LocalSymbol> reportedBefore = new ArrayList<>(reported);
    Set<LocalSymbol> after;
    do {
      labelsChanged = false;
      reports.clear();
      reported.clear();
      reported.addAll(reportedBefore);
      after = statement(body, before);
    } while (labelsChanged);
    return after;
  }

  private @Nullable Set<LocalSymbol> statement(
      BoundStatement statement, @Nullable Set<LocalSymbol> before) {
    if (statement instanceof BoundStatement.Function declared) {
      assignedBy(declared.symbol());
      return before;
    }
    if (statement instanceof BoundStatement.Block block) {
      return statements(block.statements(), before);
    }
    if (statement instanceof BoundStatement.Label label) {
      Exit exit = labels.get(label.symbol());
      return exit == null ? before : join(before, exit.assigned);
    }
    if (before == null) {
      return null;
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
      leave(breaks.element(), before);
      return null;
    }
    if (statement instanceof BoundStatement.Continue) {
      leave(continues.element(), before);
      return null;
    }
    if (statement instanceof BoundStatement.Goto jump) {
      Exit exit = labels.computeIfAbsent(jump.target(), symbol -> new Exit(0));
      Set<LocalSymbol> known = exit.assigned;
      leave(exit, before);
      labelsChanged |= !Objects.equals(known, exit.assigned);
      return null;
    }
    if (statement instanceof BoundStatement.Throw thrown) {
      value(thrown.value(), before);
      return null;
    }
    if (statement instanceof BoundStatement.Rethrow) {
      return null;
    }
    if (statement instanceof BoundStatement.Try guarded) {
      return guarded(guarded, before);
    }
    if (statement instanceof BoundStatement.Switch choice) {
      return choice(choice, before);
    }
    throw new IllegalStateException(statement.toString());
  }

  private @Nullable Set<LocalSymbol> statements(
      List<BoundStatement> statements, @Nullable Set<LocalSymbol> before) {
    for (BoundStatement statement : statements) {
      if (statement instanceof BoundStatement.Label label) {
        labels.computeIfAbsent(label.symbol(), symbol -> new Exit(finallies.size()));
      } else if (statement instanceof BoundStatement.Block block
          && !block.statements().isEmpty()
          && block.statements().get(0) instanceof BoundStatement.Label label) {
        labels.computeIfAbsent(label.symbol(), symbol -> new Exit(finallies.size()));
      }
    }
    Set<LocalSymbol> now = before;
    for (BoundStatement statement : statements) {
      now = statement(statement, now);
    }
    return now;
  }

  /** A way out, which runs the finally blocks between here and there. */
  private void leave(Exit exit, Set<LocalSymbol> assigned) {
    Set<LocalSymbol> arriving = new HashSet<>(assigned);
    int crossed = finallies.size() - exit.depth;
    for (Optional<Set<LocalSymbol>> block : finallies) {
      if (crossed-- <= 0) {
        break;
      }
      if (block.isEmpty()) {
        return;
      }
      arriving.addAll(block.get());
    }
    exit.assigned = join(exit.assigned, arriving);
  }

  private @Nullable Set<LocalSymbol> guarded(BoundStatement.Try guarded, Set<LocalSymbol> before) {
    BoundStatement finallyBlock = guarded.finallyBlock();
    if (finallyBlock == null) {
      return withCatches(guarded, before);
    }
    Set<LocalSymbol> assigned = statement(finallyBlock, before);
    finallies.push(Optional.ofNullable(assigned));
    Set<LocalSymbol> after = withCatches(guarded, before);
    finallies.pop();
    if (after == null || assigned == null) {
      return null;
    }
    Set<LocalSymbol> both = new HashSet<>(after);
    both.addAll(assigned);
    return both;
  }

  private @Nullable Set<LocalSymbol> withCatches(
      BoundStatement.Try guarded, Set<LocalSymbol> before) {
    Set<LocalSymbol> after = statement(guarded.body(), before);
    for (BoundStatement.Catch clause : guarded.catches()) {
      Set<LocalSymbol> inside =
          clause.variable() == null ? before : with(before, clause.variable());
      BoundExpression filter = clause.filter();
      if (filter != null) {
        inside = condition(filter, inside).whenTrue();
      }
      after = join(after, statement(clause.body(), inside));
    }
    return after;
  }

  private @Nullable Set<LocalSymbol> loop(BoundStatement.Loop loop, Set<LocalSymbol> before) {
    enterLoop();
    Set<LocalSymbol> exit;
    BoundExpression condition = loop.condition();
    if (loop.testsFirst()) {
      Outcome outcome =
          condition == null ? new Outcome(before, null) : condition(condition, before);
      Set<LocalSymbol> body = join(statement(loop.body(), outcome.whenTrue()), leaveBody());
      for (BoundExpression step : loop.steps()) {
        Set<LocalSymbol> from = body == null ? outcome.whenTrue() : body;
        if (from != null) {
          body = value(step, from);
        }
      }
      exit = outcome.whenFalse();
    } else {
      Set<LocalSymbol> body = join(statement(loop.body(), before), leaveBody());
      exit = condition == null || body == null ? null : condition(condition, body).whenFalse();
    }
    return join(exit, breaks.pop().assigned);
  }

  private void enterLoop() {
    breaks.push(new Exit(finallies.size()));
    continues.push(new Exit(finallies.size()));
  }

  /** What {@code continue} brings. */
  private @Nullable Set<LocalSymbol> leaveBody() {
    return continues.pop().assigned;
  }

  private @Nullable Set<LocalSymbol> forEach(
      BoundStatement body, Set<LocalSymbol> after, Set<LocalSymbol> inside) {
    enterLoop();
    statement(body, inside);
    continues.pop();
    return join(after, breaks.pop().assigned);
  }

  private @Nullable Set<LocalSymbol> choice(BoundStatement.Switch choice, Set<LocalSymbol> before) {
    Set<LocalSymbol> left = with(value(choice.value(), before), choice.local());
    breaks.push(new Exit(finallies.size()));
    List<@Nullable Set<LocalSymbol>> entries = new ArrayList<>();
    for (BoundStatement.Section section : choice.sections()) {
      labels.computeIfAbsent(section.label(), symbol -> new Exit(finallies.size()));
      Set<LocalSymbol> entering = null;
      for (BoundExpression condition : section.conditions()) {
        if (left != null) {
          Outcome outcome = condition(condition, left);
          entering = join(entering, outcome.whenTrue());
          left = outcome.whenFalse();
        }
      }
      entries.add(entering);
    }
    for (int i = 0; i < entries.size(); i++) {
      BoundStatement.Section section = choice.sections().get(i);
      Set<LocalSymbol> entering = section.isDefault() ? join(entries.get(i), left) : entries.get(i);
      Exit gone = labels.get(section.label());
      entering = gone == null ? entering : join(entering, gone.assigned);
      if (statements(section.statements(), entering) != null) {
        error(
            "CASE_FALLS_THROUGH",
            section.start(),
            section.end(),
            "this case does not end with break or return (CS0163)");
      }
    }
    Set<LocalSymbol> otherwise = choice.isExhaustive() ? null : left;
    return join(otherwise, breaks.pop().assigned);
  }

  private void error(String code, int start, int end, String message) {
    reports.add(() -> reporter.error(code, start, end, message, null));
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
    if (expression instanceof BoundExpression.Sequence sequence) {
      Set<LocalSymbol> now = before;
      for (BoundExpression effect : sequence.effects()) {
        now = value(effect, now);
      }
      return condition(sequence.value(), now);
    }
    if (expression instanceof BoundExpression.Conditional conditional) {
      Outcome test = condition(conditional.condition(), before);
      Outcome yes = reached(conditional.whenTrue(), test.whenTrue(), before);
      Outcome no = reached(conditional.whenFalse(), test.whenFalse(), before);
      return new Outcome(
          join(yes.whenTrue(), no.whenTrue()), join(yes.whenFalse(), no.whenFalse()));
    }
    if (expression instanceof BoundExpression.Throw thrown) {
      value(thrown.operand(), before);
      return new Outcome(null, null);
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
        || expression instanceof BoundExpression.TypeTest
        || (expression instanceof BoundExpression.Unary unary && unary.operator().equals("!"))) {
      Outcome outcome = condition(expression, before);
      Set<LocalSymbol> joined = join(outcome.whenTrue(), outcome.whenFalse());
      return joined == null ? before : joined;
    }
    if (expression instanceof BoundExpression.Conditional conditional) {
      Outcome outcome = condition(conditional.condition(), before);
      Set<LocalSymbol> a =
          outcome.whenTrue() == null ? null : branch(conditional.whenTrue(), outcome.whenTrue());
      Set<LocalSymbol> b =
          outcome.whenFalse() == null ? null : branch(conditional.whenFalse(), outcome.whenFalse());
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
      FlowAnalysis inner = new FlowAnalysis(this, function, lambda.results());
      inner.whole(lambda.body(), inside);
      reports.addAll(inner.reports);
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
      if (out.place() != null) {
        return value(out.place(), before);
      }
      if (out.isRef()) {
        read(new BoundExpression.Local(out.symbol(), out.start(), out.end()), before);
      }
      return with(before, out.symbol());
    }
    Set<LocalSymbol> now = before;
    for (BoundExpression operand : Operands.of(expression)) {
      now = value(operand, now);
    }
    return now;
  }

  /** Null if it only throws. */
  private @Nullable Set<LocalSymbol> branch(BoundExpression expression, Set<LocalSymbol> before) {
    Set<LocalSymbol> after = value(expression, before);
    return expression instanceof BoundExpression.Throw ? null : after;
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
      error(
          "NOT_ASSIGNED",
          Math.max(0, local.start()),
          Math.max(0, local.end()),
          "'" + symbol.name() + "' is read before it surely has a value (CS0165)");
    }
  }
}
