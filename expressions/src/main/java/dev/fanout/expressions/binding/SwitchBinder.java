package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.PatternSyntax;
import dev.fanout.expressions.syntax.StatementSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code switch} (ECMA-334 13.8.3): labels first, so that any section may go to any other. */
final class SwitchBinder {
  private static final Object NULL = new Object();
  private static final Object DEFAULT = new Object();

  private final StatementBinder statements;
  private final Binder binder;
  private final Reporter reporter;
  private final Map<Object, LabelSymbol> labels = new HashMap<>();
  private ClrType type = ClrType.Special.ERROR;

  /** Types that an earlier label without a filter matches. */
  private final List<ClrType> matched = new ArrayList<>();

  /** An earlier label without a filter matches everything. */
  private boolean matchesAll;

  SwitchBinder(StatementBinder statements, Binder binder) {
    this.statements = statements;
    this.binder = binder;
    this.reporter = binder.reporter();
  }

  BoundStatement bind(StatementSyntax.Switch statement) {
    binder.scope().enter();
    BoundExpression value = binder.value(statement.value());
    type = value.type();
    LocalSymbol local = LocalSymbol.temporary(type);
    List<List<BoundExpression>> conditions = new ArrayList<>();
    List<Map<String, Object>> variables = new ArrayList<>();
    List<LabelSymbol> entries = new ArrayList<>();
    for (StatementSyntax.Section section : statement.sections()) {
      LabelSymbol entry = new LabelSymbol("case");
      entries.add(entry);
      binder.scope().enter();
      List<BoundExpression> ofSection = new ArrayList<>();
      for (StatementSyntax.Label label : section.labels()) {
        BoundExpression condition = condition(label, local, entry);
        if (condition != null) {
          ofSection.add(condition);
        }
      }
      conditions.add(ofSection);
      variables.add(binder.scope().declared());
      binder.scope().leave();
    }
    List<StatementSyntax> all = new ArrayList<>();
    statement.sections().forEach(section -> all.addAll(section.statements()));
    List<BoundStatement.Section> sections = new ArrayList<>();
    statements.enterSwitch(this, all);
    for (int i = 0; i < entries.size(); i++) {
      StatementSyntax.Section section = statement.sections().get(i);
      variables.get(i).forEach(binder.scope()::add);
      List<BoundStatement> body = statements.statements(section.statements());
      variables.get(i).keySet().forEach(binder.scope()::remove);
      boolean isDefault = section.labels().stream().anyMatch(label -> label.pattern() == null);
      sections.add(
          new BoundStatement.Section(
              conditions.get(i),
              isDefault,
              entries.get(i),
              body,
              section.labels().get(0).start(),
              section.labels().get(0).end()));
    }
    statements.leaveSwitch();
    binder.scope().leave();
    return new BoundStatement.Switch(value, local, sections, isExhaustive());
  }

  private boolean isExhaustive() {
    if (labels.containsKey(DEFAULT) || matchesAll) {
      return true;
    }
    boolean nulls = labels.containsKey(NULL) || !Types.takesNull(type);
    boolean others =
        matched.stream().anyMatch(known -> covers(known, Types.underlying(type)))
            || (Types.underlying(type).equals(Types.BOOL)
                && labels.containsKey(true)
                && labels.containsKey(false));
    return nulls && others;
  }

  /** Null for {@code default}. */
  private @Nullable BoundExpression condition(
      StatementSyntax.Label label, LocalSymbol local, LabelSymbol entry) {
    PatternSyntax pattern = label.pattern();
    if (pattern == null) {
      known(DEFAULT, label, entry);
      return null;
    }
    int before = reporter.count();
    BoundExpression match =
        new PatternBinder(binder).match(pattern, new BoundExpression.Local(local));
    ExpressionSyntax filter = label.filter();
    BoundExpression filtered = filter == null ? null : binder.value(filter, Types.BOOL);
    if (reporter.count() == before) {
      note(label, pattern, match, filter == null || isTrue(filtered), entry);
    }
    return filtered == null || Types.isError(match.type()) || Types.isError(filtered.type())
        ? match
        : new BoundExpression.Logical(true, match, filtered);
  }

  private static boolean isTrue(@Nullable BoundExpression filter) {
    return filter instanceof Constant constant && Boolean.TRUE.equals(constant.value());
  }

  /** Finds what no value can reach any more. */
  private void note(
      StatementSyntax.Label label,
      PatternSyntax pattern,
      BoundExpression match,
      boolean always,
      LabelSymbol entry) {
    ClrType tested = null;
    if (pattern instanceof PatternSyntax.OfVar) {
      if (matchesAll) {
        subsumed(label);
      }
      matchesAll |= always;
      return;
    }
    if (match instanceof BoundExpression.TypeTest test) {
      tested = test.tested();
    } else if (match instanceof BoundExpression.Sequence) {
      tested = type;
    }
    if (tested != null) {
      ClrType seen = tested;
      if (matchesAll || matched.stream().anyMatch(known -> covers(known, seen))) {
        subsumed(label);
      }
      if (always) {
        matched.add(tested);
      }
      return;
    }
    Object value = constant(pattern);
    if (value == NULL) {
      if (matchesAll) {
        subsumed(label);
      }
    } else if (matchesAll
        || matched.stream().anyMatch(known -> covers(known, constantType(pattern)))) {
      subsumed(label);
    }
    if (always) {
      known(value, label, entry);
    }
  }

  private static boolean covers(ClrType known, ClrType type) {
    return Conversions.isReferenceUp(type, known);
  }

  private ClrType constantType(PatternSyntax pattern) {
    BoundExpression bound = constantExpression(pattern);
    return type.equals(Types.OBJECT) ? bound.type() : Types.underlying(type);
  }

  /** As the constants of the switch are told apart. */
  private Object constant(PatternSyntax pattern) {
    return key(constantExpression(pattern));
  }

  private BoundExpression constantExpression(PatternSyntax pattern) {
    ExpressionSyntax syntax =
        pattern instanceof PatternSyntax.OfConstant constant
            ? constant.value()
            : PatternBinder.constantOf(((PatternSyntax.OfType) pattern).type());
    return syntax == null ? new BoundExpression.Invalid() : binder.value(syntax);
  }

  private Object key(BoundExpression bound) {
    if (!(bound instanceof Constant constant)) {
      return bound;
    }
    if (constant.value() == null) {
      return NULL;
    }
    BoundExpression converted = Conversions.implicit(constant, Types.underlying(type));
    Object value = converted instanceof Constant same ? same.value() : null;
    return value == null ? List.of(constant.type(), constant.value()) : value;
  }

  private void known(Object key, StatementSyntax.Label label, LabelSymbol entry) {
    if (labels.put(key, entry) != null) {
      reporter.error(
          "CASE_DUPLICATE",
          label.start(),
          label.end(),
          "this case stands twice (" + (key == DEFAULT ? "CS0152" : "CS8120") + ")",
          null);
    }
  }

  private void subsumed(StatementSyntax.Label label) {
    reporter.error(
        "CASE_DUPLICATE",
        label.start(),
        label.end(),
        "a case before matches all that this one does (CS8120)",
        null);
  }

  /** {@code goto case value;} and {@code goto default;}. */
  BoundStatement jump(StatementSyntax.GotoCase statement) {
    ExpressionSyntax syntax = statement.value();
    Object key = DEFAULT;
    if (syntax != null) {
      BoundExpression value = binder.convert(binder.value(syntax), type, syntax);
      if (Types.isError(value.type())) {
        return new BoundStatement.Block(List.of());
      }
      BoundExpression plain =
          value instanceof BoundExpression.Conversion conversion ? conversion.operand() : value;
      if (!(plain instanceof Constant)) {
        reporter.error("CONSTANT_EXPECTED", syntax, "a case to go to is a constant (CS0150)");
        return new BoundStatement.Block(List.of());
      }
      key = key(plain);
    }
    LabelSymbol label = labels.get(key);
    if (label == null) {
      reporter.error(
          "NAME_NOT_FOUND",
          statement.start(),
          statement.end(),
          "the switch has no such case (CS0159)",
          null);
      return new BoundStatement.Block(List.of());
    }
    return new BoundStatement.Goto(label);
  }
}
