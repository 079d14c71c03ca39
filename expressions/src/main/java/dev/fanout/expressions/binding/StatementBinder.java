package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.StatementSyntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binds the statements of a block (ECMA-334 clause 13). */
final class StatementBinder {
  private static final Member.Target HAS_NEXT_ITEM =
      new Member.Target(
          Member.Invocation.STATIC,
          "dev/fanout/expressions/runtime/Sequences",
          "iterator",
          "(Ljava/lang/Object;)Ljava/util/Iterator;");

  private final Binder binder;
  private final Reporter reporter;
  private final Returns returns;
  private final Labels labels;
  private Deque<SwitchBinder> switches = new ArrayDeque<>();
  private int loops;
  private int breakables;
  private int catches;
  private boolean isUnleavable;

  StatementBinder(Binder binder, Returns returns) {
    this.binder = binder;
    this.reporter = binder.reporter();
    this.labels = new Labels(reporter);
    this.returns = returns;
  }

  BoundStatement.Block block(StatementSyntax.Block block) {
    binder.scope().enter();
    labels.enter(block.statements());
    List<BoundStatement> statements = statements(block.statements());
    labels.leave();
    binder.scope().leave();
    return new BoundStatement.Block(statements);
  }

  /** What {@code work} binds cannot be left but by its end: a finally block. */
  BoundStatement unleavable(Supplier<BoundStatement> work) {
    Deque<Map<String, LabelSymbol>> hidden = labels.hide();
    Deque<SwitchBinder> switchesBefore = switches;
    int loopsBefore = loops;
    int breakablesBefore = breakables;
    int catchesBefore = catches;
    boolean before = isUnleavable;
    switches = new ArrayDeque<>();
    loops = 0;
    breakables = 0;
    catches = 0;
    isUnleavable = true;
    BoundStatement bound = work.get();
    isUnleavable = before;
    catches = catchesBefore;
    breakables = breakablesBefore;
    loops = loopsBefore;
    switches = switchesBefore;
    labels.show(hidden);
    return bound;
  }

  void enterSwitch(SwitchBinder binder, List<StatementSyntax> all) {
    switches.push(binder);
    breakables++;
    labels.enter(all);
  }

  void leaveSwitch() {
    labels.leave();
    breakables--;
    switches.pop();
  }

  void enterCatch() {
    catches++;
  }

  void leaveCatch() {
    catches--;
  }

  boolean isInCatch() {
    return catches > 0;
  }

  List<BoundStatement> statements(List<StatementSyntax> syntax) {
    new FunctionBinder(binder).declare(syntax);
    List<BoundStatement> statements = new ArrayList<>();
    for (StatementSyntax statement : syntax) {
      statements.add(statement(statement));
    }
    return statements;
  }

  /** A statement with a scope of its own, as the body of an if or a loop. */
  BoundStatement embedded(StatementSyntax syntax) {
    binder.scope().enter();
    labels.enter(List.of(syntax));
    if (syntax instanceof StatementSyntax.Local || syntax instanceof StatementSyntax.Function) {
      reporter.error(
          "SYNTAX_ERROR",
          syntax.start(),
          syntax.end(),
          "a declaration cannot be the whole body (CS1023)",
          null);
    }
    BoundStatement statement = statement(syntax);
    labels.leave();
    binder.scope().leave();
    return statement;
  }

  private BoundStatement statement(StatementSyntax syntax) {
    if (syntax instanceof StatementSyntax.Block block) {
      return block(block);
    }
    if (syntax instanceof StatementSyntax.Return statement) {
      if (isUnleavable) {
        return misplaced(syntax, "return", "CS0157");
      }
      return returns.of(statement.value(), binder, statement.start(), statement.end());
    }
    if (syntax instanceof StatementSyntax.Local local) {
      return local(local);
    }
    if (syntax instanceof StatementSyntax.Expression expression) {
      return effect(expression.expression());
    }
    if (syntax instanceof StatementSyntax.If statement) {
      BoundExpression condition = binder.value(statement.condition(), Types.BOOL);
      BoundStatement then = embedded(statement.then());
      StatementSyntax otherwise = statement.otherwise();
      return new BoundStatement.If(condition, then, otherwise == null ? null : embedded(otherwise));
    }
    if (syntax instanceof StatementSyntax.While statement) {
      // What the condition declares is known in the loop, and not behind it.
      binder.scope().enter();
      BoundExpression condition = binder.value(statement.condition(), Types.BOOL);
      BoundStatement body = loopBody(statement.body());
      binder.scope().leave();
      return new BoundStatement.Loop(condition, true, body, List.of());
    }
    if (syntax instanceof StatementSyntax.Do statement) {
      BoundStatement body = loopBody(statement.body());
      binder.scope().enter();
      BoundExpression condition = binder.value(statement.condition(), Types.BOOL);
      binder.scope().leave();
      return new BoundStatement.Loop(condition, false, body, List.of());
    }
    if (syntax instanceof StatementSyntax.For statement) {
      return forLoop(statement);
    }
    if (syntax instanceof StatementSyntax.ForEach statement) {
      return forEach(statement);
    }
    if (syntax instanceof StatementSyntax.Break) {
      if (breakables == 0) {
        return misplaced(syntax, "break", "CS0139");
      }
      return new BoundStatement.Break();
    }
    if (syntax instanceof StatementSyntax.Continue) {
      return loops == 0 ? misplaced(syntax, "continue", "CS0139") : new BoundStatement.Continue();
    }
    if (syntax instanceof StatementSyntax.Switch statement) {
      return new SwitchBinder(this, binder).bind(statement);
    }
    BoundStatement exceptional = exceptional(syntax);
    if (exceptional != null) {
      return exceptional;
    }
    if (syntax instanceof StatementSyntax.Function function) {
      return new FunctionBinder(binder).bind(function);
    }
    if (syntax instanceof StatementSyntax.Empty) {
      return new BoundStatement.Block(List.of());
    }
    reporter.error(
        "UNSUPPORTED", syntax.start(), syntax.end(), "this statement is not supported yet", null);
    return new BoundStatement.Block(List.of());
  }

  private @Nullable BoundStatement exceptional(StatementSyntax syntax) {
    if (syntax instanceof StatementSyntax.Try statement) {
      return new TryBinder(this, binder).bind(statement);
    }
    if (syntax instanceof StatementSyntax.Throw statement) {
      return new TryBinder(this, binder).thrown(statement);
    }
    if (syntax instanceof StatementSyntax.Using statement) {
      return new TryBinder(this, binder).using(statement);
    }
    if (syntax instanceof StatementSyntax.Lock statement) {
      return new TryBinder(this, binder).lock(statement);
    }
    if (syntax instanceof StatementSyntax.Labeled statement) {
      return labeled(statement);
    }
    if (syntax instanceof StatementSyntax.Goto statement) {
      return jump(statement);
    }
    if (syntax instanceof StatementSyntax.GotoCase statement) {
      SwitchBinder innermost = switches.peek();
      if (innermost == null) {
        return misplaced(statement, "goto case", "CS0153");
      }
      binder.frame().setHasLoops();
      return innermost.jump(statement);
    }
    if (syntax instanceof StatementSyntax.Checked statement) {
      return binder.within(
          statement.checked() ? Overflow.CHECKED : Overflow.UNCHECKED,
          () -> block(statement.body()));
    }
    return null;
  }

  private BoundStatement labeled(StatementSyntax.Labeled statement) {
    LabelSymbol symbol = labels.find(statement.name());
    BoundStatement labeled = statement(statement.statement());
    return symbol == null
        ? labeled
        : new BoundStatement.Block(List.of(new BoundStatement.Label(symbol), labeled));
  }

  private BoundStatement jump(StatementSyntax.Goto statement) {
    LabelSymbol target = labels.find(statement.name());
    if (target == null) {
      reporter.error(
          "NAME_NOT_FOUND",
          statement.start(),
          statement.end(),
          isUnleavable
              ? "a finally block is not left by 'goto' (CS0157)"
              : "no label '" + statement.name() + "' is in sight (CS0159)",
          null);
      return new BoundStatement.Block(List.of());
    }
    binder.frame().setHasLoops();
    return new BoundStatement.Goto(target);
  }

  private BoundStatement misplaced(StatementSyntax at, String word, String code) {
    reporter.error(
        "SYNTAX_ERROR",
        at.start(),
        at.end(),
        "there is nothing to '" + word + "' here (" + code + ")",
        null);
    return new BoundStatement.Block(List.of());
  }

  BoundStatement effect(ExpressionSyntax syntax) {
    if (!isStatement(syntax)) {
      reporter.error(
          "SYNTAX_ERROR",
          syntax.start(),
          syntax.end(),
          "only assignments, calls and 'new' are statements (CS0201)",
          null);
    }
    return new BoundStatement.Effect(binder.expression(syntax));
  }

  /** Is it an expression that may stand for its effect alone? */
  static boolean isStatement(@Nullable ExpressionSyntax syntax) {
    return syntax instanceof ExpressionSyntax.Assignment
        || syntax instanceof ExpressionSyntax.Call
        || syntax instanceof ExpressionSyntax.Postfix
        || syntax instanceof ExpressionSyntax.New
        || syntax instanceof ExpressionSyntax.Invalid
        || (syntax instanceof ExpressionSyntax.ConditionalAccess access
            && access.access() instanceof ExpressionSyntax.Call)
        || (syntax instanceof ExpressionSyntax.Unary unary
            && (unary.operator().equals("++") || unary.operator().equals("--")));
  }

  private BoundStatement local(StatementSyntax.Local local) {
    ClrType declared = local.type().isVar() ? null : binder.types().type(local.type());
    if (declared == null && (local.constant() || local.declarators().size() > 1)) {
      reporter.error(
          "TYPE_UNKNOWN",
          local.type().start(),
          local.type().end(),
          local.constant()
              ? "a const is written with its type (CS0822)"
              : "'var' declares one variable at a time (CS0819)",
          null);
    }
    List<BoundStatement> statements = new ArrayList<>();
    for (StatementSyntax.Declarator declarator : local.declarators()) {
      BoundExpression value = initial(declarator, declared, local.constant());
      ClrType type = declared != null ? declared : value == null ? null : value.type();
      if (type == null) {
        reporter.error(
            "TYPE_UNKNOWN",
            declarator.start(),
            declarator.end(),
            "'var' takes its type from a value (CS0818)",
            null);
        type = ClrType.Special.ERROR;
      }
      if (local.constant() && value instanceof Constant constant) {
        binder.declare(declarator.name(), type, declarator.start(), declarator.end(), true);
        binder.scope().add(declarator.name(), constant);
        continue;
      }
      LocalSymbol symbol =
          binder.declare(declarator.name(), type, declarator.start(), declarator.end(), false);
      statements.add(new BoundStatement.Declare(symbol, value));
    }
    return statements.size() == 1 ? statements.get(0) : new BoundStatement.Block(statements);
  }

  private @Nullable BoundExpression initial(
      StatementSyntax.Declarator declarator, @Nullable ClrType declared, boolean constant) {
    ExpressionSyntax syntax = declarator.initializer();
    if (syntax == null) {
      if (constant) {
        reporter.error(
            "CONSTANT_EXPECTED",
            declarator.start(),
            declarator.end(),
            "a const has a value (CS0145)",
            null);
      }
      return null;
    }
    if (syntax instanceof ExpressionSyntax.Initializer initializer) {
      return declared instanceof ClrType.Array array && !constant
          ? new ArrayBinder(binder).filled(array, initializer, List.of())
          : reporter.error(
              "TYPE_MISMATCH", syntax, "'{…}' makes an array, and nothing else (CS0622)");
    }
    BoundExpression value = declared == null ? binder.value(syntax) : binder.untyped(syntax);
    if (declared != null) {
      value = binder.convert(value, declared, syntax);
    } else if (value.type() == ClrType.Special.NULL) {
      return reporter.error("TYPE_UNKNOWN", syntax, "'var' takes no type from null (CS0815)");
    }
    if (constant && !(value instanceof Constant) && !Types.isError(value.type())) {
      return reporter.error("CONSTANT_EXPECTED", syntax, "this is no constant (CS0133)");
    }
    return value;
  }

  private BoundStatement loopBody(StatementSyntax body) {
    binder.frame().setHasLoops();
    loops++;
    breakables++;
    BoundStatement bound = embedded(body);
    loops--;
    breakables--;
    return bound;
  }

  private BoundStatement forLoop(StatementSyntax.For statement) {
    binder.scope().enter();
    List<BoundStatement> all = new ArrayList<>(statements(statement.initializers()));
    ExpressionSyntax conditionSyntax = statement.condition();
    BoundExpression condition =
        conditionSyntax == null ? null : binder.value(conditionSyntax, Types.BOOL);
    List<BoundExpression> steps = new ArrayList<>();
    for (ExpressionSyntax step : statement.steps()) {
      if (effect(step) instanceof BoundStatement.Effect effect) {
        steps.add(effect.expression());
      }
    }
    BoundStatement body = loopBody(statement.body());
    binder.scope().leave();
    all.add(new BoundStatement.Loop(condition, true, body, steps));
    return new BoundStatement.Block(all);
  }

  private BoundStatement forEach(StatementSyntax.ForEach statement) {
    binder.scope().enter();
    BoundExpression collection = binder.value(statement.collection());
    BoundStatement bound = forEach(statement, collection);
    binder.scope().leave();
    return bound;
  }

  private BoundStatement forEach(StatementSyntax.ForEach statement, BoundExpression collection) {
    if (collection.type() instanceof ClrType.Array array && array.rank() == 1) {
      LocalSymbol arrayLocal = LocalSymbol.temporary(array);
      LocalSymbol index = LocalSymbol.temporary(Types.INT);
      BoundExpression element =
          new BoundExpression.ArrayElement(
              new BoundExpression.Local(arrayLocal),
              new BoundExpression.Local(index),
              array.element());
      LocalSymbol variable = variable(statement, array.element());
      BoundExpression converted = element(element, variable.type(), statement);
      return new BoundStatement.ForEachElement(
          collection, arrayLocal, index, variable, converted, loopBody(statement.body()));
    }
    ClrType item =
        isEnumeratedAsObjects(collection.type()) ? Types.OBJECT : itemType(collection.type());
    if (item == null) {
      if (!Types.isError(collection.type())) {
        reporter.error(
            "TYPE_MISMATCH",
            statement.collection(),
            "'" + collection.type().display() + "' cannot be enumerated (CS1579)");
      }
      item = ClrType.Special.ERROR;
    }
    BoundExpression object = sequence(collection);
    LocalSymbol iterator = LocalSymbol.temporary(Types.OBJECT);
    LocalSymbol current = LocalSymbol.temporary(Types.OBJECT);
    LocalSymbol variable = variable(statement, item);
    BoundExpression known =
        Types.isError(item)
            ? new BoundExpression.Invalid()
            : MemberBinder.fromObject(new BoundExpression.Local(current), item);
    BoundExpression converted = element(known, variable.type(), statement);
    return new BoundStatement.ForEachItem(
        new BoundExpression.Call(
            HAS_NEXT_ITEM, List.of(object == null ? collection : object), Types.OBJECT),
        iterator,
        current,
        variable,
        converted,
        loopBody(statement.body()));
  }

  private LocalSymbol variable(StatementSyntax.ForEach statement, ClrType item) {
    ClrType type = statement.type().isVar() ? item : binder.types().type(statement.type());
    int start = statement.nameStart();
    return binder.declare(statement.name(), type, start, start + statement.name().length(), true);
  }

  private BoundExpression element(
      BoundExpression element, ClrType type, StatementSyntax.ForEach at) {
    if (Types.isError(element.type()) || Types.isError(type)) {
      return element;
    }
    BoundExpression converted = Conversions.explicit(element, type);
    return converted != null
        ? converted
        : reporter.error(
            "TYPE_MISMATCH",
            at.type().start(),
            at.type().end(),
            "the elements are '" + element.type().display() + "' (CS0030)",
            null);
  }

  /** A type's own {@code GetEnumerator()} comes first, and an old one's items are objects. */
  private static boolean isEnumeratedAsObjects(ClrType type) {
    if (!(type instanceof ClrType.Named named)) {
      return false;
    }
    for (Member member : named.definition().members().getOrDefault("GetEnumerator", List.of())) {
      if (member instanceof Member.Method method && method.type().display().equals("IEnumerator")) {
        return true;
      }
    }
    return false;
  }

  /** The T of the {@code IEnumerable<T>} that the type is; null if it is none. */
  static @Nullable ClrType itemType(ClrType type) {
    if (type instanceof ClrType.Array array) {
      return array.element();
    }
    ClrType.Named found = sequenceType(type);
    return found == null ? null : found.arguments().get(0);
  }

  private static ClrType.@Nullable Named sequenceType(ClrType type) {
    TypeDefinition sequence =
        TypeTable.library().byFullName("System.Collections.Generic.IEnumerable", 1);
    return sequence == null ? null : TypeArguments.as(type, sequence);
  }

  /** The collection as what is enumerated, which of some types is another object. */
  private static @Nullable BoundExpression sequence(BoundExpression collection) {
    ClrType.Named type = sequenceType(collection.type());
    BoundExpression sequence = type == null ? null : Conversions.implicit(collection, type);
    return Conversions.implicit(sequence == null ? collection : sequence, Types.OBJECT);
  }
}
