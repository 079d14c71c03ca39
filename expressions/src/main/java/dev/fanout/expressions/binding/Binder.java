package dev.fanout.expressions.binding;

import dev.fanout.expressions.binding.BoundExpression.Constant;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.NumberLiteral;
import dev.fanout.expressions.syntax.Problem;
import dev.fanout.expressions.syntax.TypeSyntax;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binds one expression text: names to symbols, operators to types. Used once. */
public final class Binder {
  private static final BigInteger INT_MINIMUM = BigInteger.ONE.shiftLeft(31);
  private static final BigInteger LONG_MINIMUM = BigInteger.ONE.shiftLeft(63);

  /** How many bodies of lambdas are bound at most: overloads within overloads multiply. */
  private static final int MOST_LAMBDA_BODIES = 5_000;

  private final ClrType contextType;
  private final Frame root = new Frame(null);
  private final List<Frame> frames = new ArrayList<>();
  private final Reporter reporter;
  private final TypeResolver types;
  private final Operators operators;
  private final MemberBinder members;
  private final Set<String> touched = new HashSet<>();
  private final List<BoundExpression> receivers = new ArrayList<>();
  private Scope scope = new Scope();
  private Frame frame = root;
  private Overflow overflow = Overflow.DEFAULT;

  /** Declares a host's {@code context} of this type; problems are added as they are found. */
  public Binder(TypeTable table, ClrType contextType, List<Problem> problems) {
    this.contextType = contextType;
    this.reporter = new Reporter(problems);
    this.types = new TypeResolver(table, reporter, () -> scope);
    this.operators = new Operators(reporter);
    this.members = new MemberBinder(this, table);
  }

  /** A whole {@code @(…)}. */
  public BoundBody bindExpression(ExpressionSyntax syntax, ResultForm result) {
    BoundExpression value = value(syntax);
    BoundStatement statement = new BoundStatement.Return(result.of(value, syntax, reporter));
    closeCaptures();
    FlowAnalysis.check(new BoundStatement.Block(List.of(statement)), reporter, syntax.end());
    return new BoundBody(statement, false, touched);
  }

  /** A whole {@code @{…}}. */
  public BoundBody bindBlock(
      dev.fanout.expressions.syntax.StatementSyntax.Block syntax, ResultForm result) {
    StatementBinder binder = new StatementBinder(this, result);
    BoundStatement statement = binder.block(syntax);
    closeCaptures();
    if (reporter.count() == 0) {
      FlowAnalysis.check(statement, reporter, syntax.end());
    }
    return new BoundBody(statement, root.hasLoops(), touched);
  }

  Scope scope() {
    return scope;
  }

  Frame frame() {
    return frame;
  }

  /**
   * Binds the body of a lambda or function: in this scope and frame, and both are left as they
   * were.
   */
  void within(Scope outer, Frame inner, Runnable work, ExpressionSyntax at) {
    if (frames.size() >= MOST_LAMBDA_BODIES) {
      reporter.error(
          "EXPRESSION_TOO_LARGE", at, "too many lambdas within each other, or too many overloads");
      return;
    }
    frames.add(inner);
    Scope scopeBefore = scope;
    Frame frameBefore = frame;
    Overflow overflowBefore = overflow;
    scope = outer.here();
    frame = inner;
    scope.enter();
    try {
      work.run();
    } finally {
      scope.leave();
      scope = scopeBefore;
      frame = frameBefore;
      overflow = overflowBefore;
    }
  }

  /** A frame whose code is made, not bound. */
  void add(Frame made) {
    frames.add(made);
  }

  /** A function that is called brings along what it captures. */
  private void closeCaptures() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Frame each : frames) {
        changed |= closeCaptures(each);
      }
      changed |= closeCaptures(root);
    }
  }

  private static boolean closeCaptures(Frame each) {
    boolean changed = false;
    for (FunctionSymbol function : each.called()) {
      for (LocalSymbol symbol : List.copyOf(function.frame().captured())) {
        changed |= each.use(symbol);
      }
    }
    return changed;
  }

  Reporter reporter() {
    return reporter;
  }

  TypeResolver types() {
    return types;
  }

  Operators operators() {
    return operators;
  }

  MemberBinder members() {
    return members;
  }

  Overflow overflow() {
    return overflow;
  }

  /** What {@code work} binds, with integers that overflow so. */
  <T> T within(Overflow inner, Supplier<T> work) {
    Overflow before = overflow;
    overflow = inner;
    T bound = work.get();
    overflow = before;
    return bound;
  }

  void touch(String member) {
    touched.add(member);
  }

  /** An expression that must have a value and a type: no method that gives void, no lambda. */
  BoundExpression value(ExpressionSyntax syntax) {
    BoundExpression bound = untyped(syntax);
    return bound instanceof BoundExpression.Untyped untyped
        ? reporter.error(
            "TYPE_UNKNOWN", syntax, untyped.deferred().description() + " has no type here (CS0815)")
        : bound;
  }

  /** A value that may take its type from where it goes. */
  BoundExpression untyped(ExpressionSyntax syntax) {
    BoundExpression bound = expression(syntax);
    if (bound.type() == ClrType.Special.VOID) {
      return reporter.error("VALUE_EXPECTED", syntax, "this gives no value");
    }
    return bound;
  }

  /** The value as this type, implicitly. */
  BoundExpression value(ExpressionSyntax syntax, ClrType type) {
    return convert(untyped(syntax), type, syntax);
  }

  BoundExpression convert(BoundExpression value, ClrType type, ExpressionSyntax at) {
    BoundExpression converted = Conversions.implicit(value, type);
    if (converted != null) {
      return converted;
    }
    if (value instanceof BoundExpression.Untyped untyped) {
      return untyped.deferred().explain(reporter)
          ? new BoundExpression.Invalid()
          : reporter.error(
              "TYPE_MISMATCH",
              at,
              untyped.deferred().description()
                  + " does not convert to '"
                  + type.display()
                  + "' (CS1660)");
    }
    boolean castable = false;
    try {
      castable = Conversions.explicit(value, type) != null;
    } catch (Constants.NotComputable e) {
      // A constant that does not fit: the message below says enough.
    }
    return reporter.error(
        "TYPE_MISMATCH",
        at.start(),
        at.end(),
        "'"
            + value.type().display()
            + "' does not convert to '"
            + type.display()
            + "' by itself (CS0029)",
        castable ? "a cast does it: (" + type.display() + ")…" : null);
  }

  BoundExpression expression(ExpressionSyntax syntax) {
    if (syntax instanceof ExpressionSyntax.Literal literal) {
      return literal(literal);
    }
    if (syntax instanceof ExpressionSyntax.Name name) {
      return name(name);
    }
    if (syntax instanceof ExpressionSyntax.Member member) {
      return members.access(member);
    }
    if (syntax instanceof ExpressionSyntax.Call call) {
      return members.call(call);
    }
    if (syntax instanceof ExpressionSyntax.Element element) {
      return members.element(element);
    }
    if (syntax instanceof ExpressionSyntax.Binary binary) {
      return binary(binary.operator(), untyped(binary.left()), untyped(binary.right()), binary);
    }
    if (syntax instanceof ExpressionSyntax.Unary unary) {
      return unary(unary);
    }
    if (syntax instanceof ExpressionSyntax.Cast cast) {
      return cast(cast);
    }
    if (syntax instanceof ExpressionSyntax.Conditional conditional) {
      return conditional(conditional);
    }
    if (syntax instanceof ExpressionSyntax.Coalesce coalesce) {
      return coalesce(coalesce);
    }
    if (syntax instanceof ExpressionSyntax.ConditionalAccess access) {
      return conditionalAccess(access);
    }
    if (syntax instanceof ExpressionSyntax.Receiver) {
      return receivers.get(receivers.size() - 1);
    }
    if (syntax instanceof ExpressionSyntax.Interpolated interpolated) {
      return interpolated(interpolated);
    }
    if (syntax instanceof ExpressionSyntax.Is is) {
      return new PatternBinder(this).is(is);
    }
    if (syntax instanceof ExpressionSyntax.As as) {
      return as(as);
    }
    if (syntax instanceof ExpressionSyntax.Assignment assignment) {
      return new AssignmentBinder(this).assignment(assignment);
    }
    if (syntax instanceof ExpressionSyntax.Postfix postfix) {
      return new AssignmentBinder(this)
          .increment(postfix.operand(), postfix.operator(), true, postfix);
    }
    if (syntax instanceof ExpressionSyntax.NewArray array) {
      return new ArrayBinder(this).create(array);
    }
    if (syntax instanceof ExpressionSyntax.New creation) {
      return members.create(creation);
    }
    if (syntax instanceof ExpressionSyntax.Default defaulted) {
      return defaulted(defaulted);
    }
    if (syntax instanceof ExpressionSyntax.Lambda lambda) {
      return lambda(lambda);
    }
    if (syntax instanceof ExpressionSyntax.NewAnonymous anonymous) {
      return new AnonymousBinder(this).create(anonymous);
    }
    if (syntax instanceof ExpressionSyntax.Tuple tuple) {
      return new TupleBinder(this).literal(tuple);
    }
    if (syntax instanceof ExpressionSyntax.Query query) {
      return new QueryBinder(this, query).query(query);
    }
    if (syntax instanceof ExpressionSyntax.Checked region) {
      return within(
          region.checked() ? Overflow.CHECKED : Overflow.UNCHECKED, () -> value(region.operand()));
    }
    if (syntax instanceof ExpressionSyntax.TypeOf typeOf) {
      return typeOf(typeOf);
    }
    if (syntax instanceof ExpressionSyntax.Throw thrown) {
      return reporter.error(
          "SYNTAX_ERROR", thrown, "'throw' gives no value that this place could take (CS8115)");
    }
    if (syntax instanceof ExpressionSyntax.SizeOf sizeOf) {
      return sizeOf(sizeOf);
    }
    if (syntax instanceof ExpressionSyntax.KeywordType type) {
      return reporter.error("VALUE_EXPECTED", type, "a type is no value");
    }
    if (syntax instanceof ExpressionSyntax.Invalid) {
      return new BoundExpression.Invalid();
    }
    return reporter.unsupported(syntax, describe(syntax));
  }

  private BoundExpression typeOf(ExpressionSyntax.TypeOf syntax) {
    ClrType type = types().type(syntax.type());
    if (Types.isError(type)) {
      return new BoundExpression.Invalid();
    }
    ClrType.Named info = TypeTable.library().named("System.Type");
    Member.Target target =
        new Member.Target(
            Member.Invocation.STATIC,
            info.form().type().getInternalName(),
            "of",
            "(Ljava/lang/String;)" + info.form().descriptor());
    return new BoundExpression.Call(
        target, List.of(new Constant(Types.STRING, RuntimeNames.of(type))), info);
  }

  private static String describe(ExpressionSyntax syntax) {
    return "this kind of expression is";
  }

  BoundExpression binary(
      String operator, BoundExpression left, BoundExpression right, ExpressionSyntax at) {
    if (operator.equals("==") || operator.equals("!=")) {
      BoundExpression tuples = new TupleBinder(this).equality(operator, left, right, at);
      if (tuples != null) {
        return tuples;
      }
    }
    if (operator.equals("+") || operator.equals("-")) {
      BoundExpression combined = Delegates.combined(operator, left, right);
      if (combined != null) {
        return combined;
      }
    }
    BoundExpression one = typedLike(operator, left, right, at);
    BoundExpression other = typedLike(operator, right, left, at);
    return operators.binary(operator, one, other, at, overflow);
  }

  /** {@code default} compares as the other side's. */
  private BoundExpression typedLike(
      String operator, BoundExpression value, BoundExpression other, ExpressionSyntax at) {
    if (!(value instanceof BoundExpression.Untyped untyped)) {
      return value;
    }
    boolean isEquality = operator.equals("==") || operator.equals("!=");
    return isEquality
            && untyped.deferred() instanceof DefaultValue
            && !(other.type() instanceof ClrType.Special)
        ? convert(value, other.type(), at)
        : reporter.error(
            "TYPE_UNKNOWN", at, untyped.deferred().description() + " has no type here (CS0019)");
  }

  private BoundExpression literal(ExpressionSyntax.Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return new Constant(ClrType.Special.NULL, null);
    }
    if (value instanceof NumberLiteral number) {
      BoundExpression constant = Literals.number(number);
      return constant != null
          ? constant
          : reporter.error("NUMBER_INVALID", literal, "the number is too large for its type");
    }
    ClrType type =
        value instanceof String
            ? Types.STRING
            : value instanceof Character ? Types.CHAR : Types.BOOL;
    return new Constant(type, value);
  }

  private BoundExpression name(ExpressionSyntax.Name name) {
    Object local = scope.find(name.name());
    if (local instanceof GenericFunction function) {
      List<ClrType> arguments = name.typeArguments().stream().map(types::type).toList();
      return arguments.stream().anyMatch(Types::isError)
          ? new BoundExpression.Invalid()
          : new BoundExpression.Untyped(
              new GenericFunctionGroup(this, function, arguments, name.start(), name.end()));
    }
    if (!name.typeArguments().isEmpty()) {
      return reporter.unsupported(name, "a generic type as a value is");
    }
    if (local instanceof LocalSymbol symbol) {
      if (symbol.isByReference() && symbol.owner() != frame) {
        return reporter.error(
            "NOT_ASSIGNABLE",
            name,
            "a lambda cannot use '" + name.name() + "', which is a reference (CS1628)");
      }
      frame.use(symbol);
      return new BoundExpression.Local(symbol, name.start(), name.end());
    }
    if (local instanceof RangeVariable variable) {
      frame.use(variable.parameter());
      return variable.value();
    }
    if (local instanceof Constant constant) {
      return constant;
    }
    if (local instanceof FunctionSymbol function) {
      return new BoundExpression.Untyped(
          new FunctionGroup(this, function, name.start(), name.end()));
    }
    if (name.name().equals("context")) {
      return new BoundExpression.Context(contextType);
    }
    if (types.definition(name) != null || types.isNamespace(name.name())) {
      return reporter.error("VALUE_EXPECTED", name, "'" + name.name() + "' is a type, not a value");
    }
    Set<String> known = new HashSet<>(scope.names());
    known.add("context");
    return reporter.error(
        "NAME_NOT_FOUND",
        name.start(),
        name.end(),
        "nothing is called '" + name.name() + "' here (CS0103)",
        Reporter.didYouMean(name.name(), known));
  }

  private BoundExpression lambda(ExpressionSyntax.Lambda lambda) {
    List<ClrType> written = null;
    if (lambda.parameters().stream().anyMatch(parameter -> parameter.type() != null)) {
      written = new ArrayList<>();
      for (ExpressionSyntax.Parameter parameter : lambda.parameters()) {
        TypeSyntax type = parameter.type();
        if (type == null) {
          return reporter.error(
              "SYNTAX_ERROR", lambda, "all parameters of a lambda have a type, or none (CS0748)");
        }
        written.add(types.type(type));
      }
      if (written.stream().anyMatch(Types::isError)) {
        return new BoundExpression.Invalid();
      }
    }
    return new BoundExpression.Untyped(
        new UnboundLambda(this, lambda, scope.here(), frame, written));
  }

  private BoundExpression unary(ExpressionSyntax.Unary unary) {
    if (unary.operator().equals("++") || unary.operator().equals("--")) {
      return new AssignmentBinder(this).increment(unary.operand(), unary.operator(), false, unary);
    }
    if (unary.operator().equals("-")
        && unary.operand() instanceof ExpressionSyntax.Literal literal
        && literal.value() instanceof NumberLiteral number
        && number.radix() == 10
        && !number.real()) {
      BigInteger value = new BigInteger(number.digits());
      if (number.suffix().isEmpty() && value.equals(INT_MINIMUM)) {
        return new Constant(Types.INT, Integer.MIN_VALUE);
      }
      if ((number.suffix().isEmpty() || number.suffix().equals("l"))
          && value.equals(LONG_MINIMUM)) {
        return new Constant(Types.LONG, Long.MIN_VALUE);
      }
    }
    return operators.unary(unary.operator(), value(unary.operand()), unary, overflow);
  }

  private BoundExpression cast(ExpressionSyntax.Cast cast) {
    ClrType type = types.type(cast.type());
    BoundExpression operand = untyped(cast.operand());
    if (operand instanceof BoundExpression.Untyped && !Types.isError(type)) {
      return convert(operand, type, cast);
    }
    if (Types.isError(type) || Types.isError(operand.type())) {
      return new BoundExpression.Invalid();
    }
    try {
      if (operand instanceof Constant constant
          && constant.value() != null
          && !overflow.refusesConstants()) {
        Constant wrapped = Constants.convert(constant, type, false);
        if (wrapped != null) {
          return wrapped;
        }
      }
      BoundExpression converted = Conversions.explicit(operand, type);
      if (converted != null) {
        return overflow.throwsAtRunTime() ? checked(converted) : converted;
      }
    } catch (Constants.NotComputable e) {
      return reporter.error("CONSTANT_OVERFLOW", cast, e.getMessage() + " (CS0221)");
    }
    return reporter.error(
        "TYPE_MISMATCH",
        cast,
        "no cast makes '" + type.display() + "' of '" + operand.type().display() + "' (CS0030)");
  }

  /** A conversion of numbers that minds overflow. */
  static BoundExpression checked(BoundExpression converted) {
    return converted instanceof BoundExpression.Conversion conversion
            && conversion.kind() == ConversionKind.NUMERIC
        ? new BoundExpression.Conversion(
            conversion.operand(), ConversionKind.NUMERIC_CHECKED, conversion.type())
        : converted;
  }

  private BoundExpression conditional(ExpressionSyntax.Conditional conditional) {
    BoundExpression condition = value(conditional.condition(), Types.BOOL);
    if (conditional.whenTrue() instanceof ExpressionSyntax.Throw thrown) {
      BoundExpression other = value(conditional.whenFalse());
      return new BoundExpression.Conditional(
          condition, thrown(thrown, other.type()), other, other.type());
    }
    if (conditional.whenFalse() instanceof ExpressionSyntax.Throw thrown) {
      BoundExpression other = value(conditional.whenTrue());
      return new BoundExpression.Conditional(
          condition, other, thrown(thrown, other.type()), other.type());
    }
    BoundExpression whenTrue = untyped(conditional.whenTrue());
    BoundExpression whenFalse = untyped(conditional.whenFalse());
    boolean bothUntyped =
        whenTrue instanceof BoundExpression.Untyped && whenFalse instanceof BoundExpression.Untyped;
    if (bothUntyped) {
      return reporter.error(
          "TYPE_UNKNOWN", conditional, "the type of the conditional is not known (CS0173)");
    }
    if (Types.isError(condition.type())
        || Types.isError(whenTrue.type())
        || Types.isError(whenFalse.type())) {
      return new BoundExpression.Invalid();
    }
    ClrType type = commonType(whenTrue, whenFalse);
    BoundExpression a = type == null ? null : Conversions.implicit(whenTrue, type);
    BoundExpression b = type == null ? null : Conversions.implicit(whenFalse, type);
    if (type == null || a == null || b == null) {
      return reporter.error(
          "TYPE_MISMATCH",
          conditional,
          "'"
              + whenTrue.type().display()
              + "' and '"
              + whenFalse.type().display()
              + "' have no common type (CS0173)");
    }
    if (condition instanceof Constant known
        && a instanceof Constant one
        && b instanceof Constant other) {
      return Boolean.TRUE.equals(known.value()) ? one : other;
    }
    return new BoundExpression.Conditional(condition, a, b, type);
  }

  /** That of the two which the other converts to, by types alone as far as both have one. */
  private static @Nullable ClrType commonType(BoundExpression one, BoundExpression other) {
    ClrType a = one.type();
    ClrType b = other.type();
    if (isTypeless(a) || isTypeless(b)) {
      return isTypeless(a) ? (isTypeless(b) ? null : b) : a;
    }
    if (a.equals(b)) {
      return a;
    }
    boolean toB = Conversions.exists(a, b);
    boolean toA = Conversions.exists(b, a);
    return toA == toB ? null : toB ? b : a;
  }

  private static boolean isTypeless(ClrType type) {
    return type == ClrType.Special.NULL || type == ClrType.Special.UNTYPED;
  }

  private BoundExpression coalesce(ExpressionSyntax.Coalesce coalesce) {
    BoundExpression left = value(coalesce.left());
    if (coalesce.right() instanceof ExpressionSyntax.Throw thrown && !Types.isError(left.type())) {
      return orThrown(coalesce, left, thrown);
    }
    BoundExpression right = untyped(coalesce.right());
    if (right instanceof BoundExpression.Untyped untyped
        && untyped.deferred() instanceof DefaultValue) {
      right = convert(right, Types.underlying(left.type()), coalesce.right());
    }
    if (Types.isError(left.type()) || Types.isError(right.type())) {
      return new BoundExpression.Invalid();
    }
    LocalSymbol temporary = LocalSymbol.temporary(left.type());
    BoundExpression present = new BoundExpression.Local(temporary);
    if (Types.isNullable(left.type())) {
      BoundExpression asUnderlying = Conversions.implicit(right, Types.underlying(left.type()));
      if (asUnderlying != null) {
        return new BoundExpression.Coalesce(
            left, temporary, Conversions.unwrap(present), asUnderlying, asUnderlying.type());
      }
    }
    boolean canBeNull = Types.takesNull(left.type()) && left.type() != ClrType.Special.NULL;
    BoundExpression asLeft = canBeNull ? Conversions.implicit(right, left.type()) : null;
    if (asLeft != null) {
      return new BoundExpression.Coalesce(left, temporary, present, asLeft, left.type());
    }
    BoundExpression source = Types.isNullable(left.type()) ? Conversions.unwrap(present) : present;
    BoundExpression asRight =
        canBeNull && right.type() != ClrType.Special.NULL
            ? Conversions.implicit(source, right.type())
            : null;
    if (asRight != null) {
      return new BoundExpression.Coalesce(left, temporary, asRight, right, right.type());
    }
    return reporter.error(
        "OPERATOR_MISMATCH",
        coalesce,
        "operator '??' does not take '"
            + left.type().display()
            + "' and '"
            + right.type().display()
            + "' (CS0019)");
  }

  private BoundExpression orThrown(
      ExpressionSyntax.Coalesce coalesce, BoundExpression left, ExpressionSyntax.Throw thrown) {
    if (!Types.takesNull(left.type()) || left.type() == ClrType.Special.NULL) {
      return reporter.error(
          "OPERATOR_MISMATCH",
          coalesce,
          "operator '??' does not take '" + left.type().display() + "' (CS0019)");
    }
    LocalSymbol temporary = LocalSymbol.temporary(left.type());
    BoundExpression present = new BoundExpression.Local(temporary);
    BoundExpression value = Types.isNullable(left.type()) ? Conversions.unwrap(present) : present;
    return new BoundExpression.Coalesce(
        left, temporary, value, thrown(thrown, value.type()), value.type());
  }

  /** {@code throw …} where a value of this type may stand. */
  BoundExpression thrown(ExpressionSyntax.Throw syntax, ClrType type) {
    BoundExpression exception = TryBinder.exception(syntax.operand(), this);
    return Types.isError(exception.type()) ? exception : new BoundExpression.Throw(exception, type);
  }

  private BoundExpression conditionalAccess(ExpressionSyntax.ConditionalAccess access) {
    BoundExpression receiver = value(access.target());
    ClrType type = receiver.type();
    if (Types.isError(type)) {
      return receiver;
    }
    if (!Types.takesNull(type) || type == ClrType.Special.NULL) {
      return reporter.error(
          "OPERATOR_MISMATCH",
          access,
          "operator '?' does not take '" + type.display() + "', which is never null (CS0023)");
    }
    LocalSymbol temporary = LocalSymbol.temporary(type);
    BoundExpression present = new BoundExpression.Local(temporary);
    receivers.add(Types.isNullable(type) ? Conversions.unwrap(present) : present);
    BoundExpression value = expression(access.access());
    receivers.remove(receivers.size() - 1);
    if (value instanceof BoundExpression.Untyped untyped) {
      return reporter.error(
          "TYPE_UNKNOWN", access, untyped.deferred().description() + " has no type here (CS8977)");
    }
    if (Types.isError(value.type()) || value.type() == ClrType.Special.VOID) {
      return new BoundExpression.ConditionalAccess(receiver, temporary, value, value.type());
    }
    ClrType result = Types.takesNull(value.type()) ? value.type() : Types.nullable(value.type());
    BoundExpression converted = convert(value, result, access);
    return new BoundExpression.ConditionalAccess(receiver, temporary, converted, result);
  }

  private BoundExpression interpolated(ExpressionSyntax.Interpolated syntax) {
    List<BoundExpression> parts = new ArrayList<>();
    for (ExpressionSyntax.Interpolated.Part part : syntax.parts()) {
      ExpressionSyntax hole = part.expression();
      if (hole == null) {
        parts.add(new Constant(Types.STRING, part.text()));
        continue;
      }
      BoundExpression value = value(hole);
      if (Types.isError(value.type())) {
        return value;
      }
      ExpressionSyntax alignmentSyntax = part.alignment();
      if (alignmentSyntax == null && part.format() == null) {
        parts.add(Operators.text(value));
        continue;
      }
      int alignment = 0;
      if (alignmentSyntax != null) {
        BoundExpression bound = value(alignmentSyntax, Types.INT);
        if (!(bound instanceof Constant constant) || !(constant.value() instanceof Integer width)) {
          return reporter.error(
              "CONSTANT_EXPECTED", alignmentSyntax, "an alignment is a constant int (CS0150)");
        }
        alignment = width;
      }
      parts.add(
          new BoundExpression.FormattedText(
              convert(value, Types.OBJECT, hole), alignment, part.format()));
    }
    if (parts.isEmpty()) {
      parts.add(new Constant(Types.STRING, ""));
    }
    return new BoundExpression.Concatenation(parts);
  }

  private BoundExpression as(ExpressionSyntax.As as) {
    BoundExpression operand = value(as.operand());
    ClrType type = types.type(as.type());
    if (Types.isError(operand.type()) || Types.isError(type)) {
      return new BoundExpression.Invalid();
    }
    if (!Types.takesNull(type)) {
      return reporter.error("TYPE_MISMATCH", as, "'as' needs a type that can be null (CS0077)");
    }
    BoundExpression up = Conversions.implicit(operand, type);
    if (up != null && Conversions.isReferenceUp(operand.type(), type)) {
      return up;
    }
    if (operand.type() == ClrType.Special.NULL) {
      return new Constant(type, null);
    }
    boolean valueFits =
        operand.type().isValueType()
            && !Types.isNullable(operand.type())
            && Types.isNullable(type)
            && Types.underlying(type).equals(operand.type());
    if (valueFits && up != null) {
      return up;
    }
    boolean possible =
        operand.type().isValueType()
            ? Conversions.isReferenceUp(Types.underlying(operand.type()), Types.underlying(type))
            : Conversions.explicit(operand, type) != null;
    BoundExpression object = Conversions.implicit(operand, Types.OBJECT);
    return !possible || object == null
        ? reporter.error(
            "TYPE_MISMATCH",
            as,
            "'" + operand.type().display() + "' is never '" + type.display() + "' (CS0039)")
        : new BoundExpression.Conversion(object, ConversionKind.AS, type);
  }

  static @Nullable ClrType bestCommonType(List<BoundExpression> elements) {
    for (BoundExpression candidate : elements) {
      ClrType type = candidate.type();
      if (type != ClrType.Special.NULL
          && type != ClrType.Special.UNTYPED
          && elements.stream().allMatch(item -> Conversions.implicit(item, type) != null)) {
        return type;
      }
    }
    return null;
  }

  private BoundExpression sizeOf(ExpressionSyntax.SizeOf syntax) {
    ClrType type = types.type(syntax.type());
    Numeric numeric = Types.numeric(type);
    if (Types.isError(type)) {
      return new BoundExpression.Invalid();
    }
    if (type.equals(Types.BOOL)) {
      return new Constant(Types.INT, 1);
    }
    if (Types.isEnum(type)) {
      return new Constant(Types.INT, 4);
    }
    return numeric == null
        ? reporter.error(
            "TYPE_MISMATCH", syntax, "the size of '" + type.display() + "' is not fixed (CS0233)")
        : new Constant(Types.INT, numeric == Numeric.DECIMAL ? 16 : numeric.bits() / 8);
  }

  private BoundExpression defaulted(ExpressionSyntax.Default syntax) {
    if (syntax.type() == null) {
      return new BoundExpression.Untyped(new DefaultValue());
    }
    ClrType type = types.type(syntax.type());
    return Types.isError(type) ? new BoundExpression.Invalid() : Overloads.defaultOf(type);
  }

  LocalSymbol declare(String name, ClrType type, int start, int end, boolean readOnly) {
    if (scope.find(name) != null || scope.isTakenWithin(name) || name.equals("context")) {
      reporter.error("NAME_TAKEN", start, end, "'" + name + "' is declared already (CS0128)", null);
    }
    LocalSymbol symbol = new LocalSymbol(name, type, readOnly, frame);
    symbol.declareAt(start);
    scope.add(name, symbol);
    return symbol;
  }
}
