package dev.fanout.expressions.binding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression whose names, types and conversions are decided. */
public sealed interface BoundExpression {
  ClrType type();

  /** A constant in its JVM form: unsigned ones as the signed number with the same bits. */
  record Constant(ClrType type, @Nullable Object value) implements BoundExpression {}

  /** The host's object. */
  record Context(ClrType type) implements BoundExpression {}

  /** A local variable's value, and where it is read; -1 for what the binder made. */
  record Local(LocalSymbol symbol, int start, int end) implements BoundExpression {
    Local(LocalSymbol symbol) {
      this(symbol, -1, -1);
    }

    @Override
    public ClrType type() {
      return symbol.type();
    }
  }

  /** A conversion that costs code, or changes the static type only. */
  record Conversion(BoundExpression operand, ConversionKind kind, ClrType type)
      implements BoundExpression {}

  /** {@code + - ~} on numbers of the operand's type, {@code !} on bool. */
  record Unary(String operator, BoundExpression operand, ClrType type) implements BoundExpression {}

  /**
   * Both operands have the same type, shifts aside.
   *
   * @param checked overflow of integers is an error
   */
  record Binary(
      String operator, BoundExpression left, BoundExpression right, ClrType type, boolean checked)
      implements BoundExpression {}

  /**
   * An operator on {@code T?}: null when an operand is, for comparisons false (for {@code ==} and
   * {@code !=} by whether both are null).
   *
   * @param value over the values of the temporaries, which hold the operands' boxes
   */
  record Lifted(
      String operator,
      BoundExpression left,
      LocalSymbol leftBox,
      BoundExpression right,
      LocalSymbol rightBox,
      BoundExpression value,
      ClrType type)
      implements BoundExpression {}

  /** {@code && ||}. */
  record Logical(boolean isAnd, BoundExpression left, BoundExpression right)
      implements BoundExpression {
    @Override
    public ClrType type() {
      return Types.BOOL;
    }
  }

  /** {@code == !=} of references, by identity. */
  record SameReference(boolean equal, BoundExpression left, BoundExpression right)
      implements BoundExpression {
    @Override
    public ClrType type() {
      return Types.BOOL;
    }
  }

  /** {@code ?:}. */
  record Conditional(
      BoundExpression condition, BoundExpression whenTrue, BoundExpression whenFalse, ClrType type)
      implements BoundExpression {}

  /** {@code ??}: {@code whenPresent} reads the temporary, which holds the left side. */
  record Coalesce(
      BoundExpression left,
      LocalSymbol temporary,
      BoundExpression whenPresent,
      BoundExpression otherwise,
      ClrType type)
      implements BoundExpression {}

  /** {@code ?.}: {@code access} reads the temporary; without a value the result is null. */
  record ConditionalAccess(
      BoundExpression receiver, LocalSymbol temporary, BoundExpression access, ClrType type)
      implements BoundExpression {}

  /** Strings one after the other; null counts as empty. */
  record Concatenation(List<BoundExpression> parts) implements BoundExpression {
    public Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public ClrType type() {
      return Types.STRING;
    }
  }

  /** The text of a value: what {@code ToString()} gives, null for null. */
  record Text(BoundExpression operand) implements BoundExpression {
    @Override
    public ClrType type() {
      return Types.STRING;
    }
  }

  /** A hole with a format or an alignment; the operand is an object. */
  record FormattedText(BoundExpression operand, int alignment, @Nullable String format)
      implements BoundExpression {
    @Override
    public ClrType type() {
      return Types.STRING;
    }
  }

  /** A call of Java code: the receiver, if there is one, is the first argument. */
  record Call(Member.Target target, List<BoundExpression> arguments, ClrType type)
      implements BoundExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Hands a variable over by reference; it gets its new value when the call has returned.
   *
   * @param isRef the call may read it too
   * @param place the element whose value it holds meanwhile; null for a variable itself
   */
  record OutArgument(
      LocalSymbol symbol, boolean isRef, int start, int end, @Nullable Property place)
      implements BoundExpression {
    OutArgument(LocalSymbol symbol, boolean isRef, int start, int end) {
      this(symbol, isRef, start, end, null);
    }

    @Override
    public ClrType type() {
      return symbol.type();
    }
  }

  /** {@code out var name} before the method is known; never reaches code. */
  record OutDeclaration(String name, int start, int end) implements BoundExpression {
    @Override
    public ClrType type() {
      return ClrType.Special.ERROR;
    }
  }

  /** {@code array[index]}; the index is an int. */
  record ArrayElement(BoundExpression array, BoundExpression index, ClrType type)
      implements BoundExpression {}

  /** {@code array.Length}. */
  record ArrayLength(BoundExpression array) implements BoundExpression {
    @Override
    public ClrType type() {
      return Types.INT;
    }
  }

  /** A new array of a size (an int), or of elements. */
  record NewArray(
      ClrType.Array type, @Nullable BoundExpression size, List<BoundExpression> elements)
      implements BoundExpression {
    public NewArray {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A property or an indexer as the target of an assignment.
   *
   * @param arguments the object and the index
   * @param locals where they are kept, which {@code read} and {@code write} read
   * @param value where the new value stands when {@code write} stores it
   */
  record Property(
      List<BoundExpression> arguments,
      List<LocalSymbol> locals,
      BoundExpression read,
      LocalSymbol value,
      BoundExpression write,
      ClrType type)
      implements BoundExpression {
    public Property {
      arguments = List.copyOf(arguments);
      locals = List.copyOf(locals);
    }
  }

  /** Expressions for their effect, and then one for its value. */
  record Sequence(List<BoundExpression> effects, BoundExpression value) implements BoundExpression {
    public Sequence {
      effects = List.copyOf(effects);
    }

    @Override
    public ClrType type() {
      return value.type();
    }
  }

  /**
   * {@code target = value}, whose value is the new one; the target is a local, an element or a
   * property.
   */
  record Assignment(BoundExpression target, BoundExpression value) implements BoundExpression {
    @Override
    public ClrType type() {
      return target.type();
    }
  }

  /**
   * {@code target op= value} and {@code ++}: the new value is computed from the old one.
   *
   * @param oldValue where the old value is kept, which {@code newValue} reads
   * @param givesOld as {@code x++} does
   */
  record Update(
      BoundExpression target, LocalSymbol oldValue, BoundExpression newValue, boolean givesOld)
      implements BoundExpression {
    @Override
    public ClrType type() {
      return target.type();
    }
  }

  /** {@code operand is T}, for references and boxes. */
  record TypeTest(BoundExpression operand, ClrType tested, @Nullable LocalSymbol variable)
      implements BoundExpression {
    @Override
    public ClrType type() {
      return Types.BOOL;
    }
  }

  /** What takes its type from where it stands; never reaches code. */
  record Untyped(Deferred deferred) implements BoundExpression {
    @Override
    public ClrType type() {
      return ClrType.Special.UNTYPED;
    }
  }

  /**
   * A lambda, or a method as a delegate.
   *
   * @param type the delegate's
   * @param parameters its variables, in order
   * @param results what its return statements give, as objects; those that are not in it give what
   *     they hold
   */
  record Lambda(
      ClrType.Named type,
      List<LocalSymbol> parameters,
      BoundStatement body,
      Map<BoundStatement.Return, BoundExpression> results,
      Frame frame)
      implements BoundExpression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A call of a local function.
   *
   * @param arguments in the order of its parameters
   * @param start where its name stands, {@code end} where that ends
   */
  record LocalCall(
      FunctionSymbol function, List<BoundExpression> arguments, ClrType type, int start, int end)
      implements BoundExpression {
    public LocalCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code (a, b)}: its items have the types of the tuple's. */
  record TupleLiteral(List<BoundExpression> items, ClrType.Named type) implements BoundExpression {
    public TupleLiteral {
      items = List.copyOf(items);
    }

    /** The call that makes the tuple. */
    public BoundExpression made() {
      return Tuples.made(this);
    }
  }

  /** {@code body} with a variable that is new each time. */
  record Let(LocalSymbol symbol, BoundExpression value, BoundExpression body)
      implements BoundExpression {
    @Override
    public ClrType type() {
      return body.type();
    }
  }

  /** {@code throw operand} where a value of the type is expected. */
  record Throw(BoundExpression operand, ClrType type) implements BoundExpression {}

  /** Reported; never reaches code. */
  record Invalid() implements BoundExpression {
    @Override
    public ClrType type() {
      return ClrType.Special.ERROR;
    }
  }
}
