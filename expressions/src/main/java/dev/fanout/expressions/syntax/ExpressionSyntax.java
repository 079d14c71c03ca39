package dev.fanout.expressions.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression at {@code start..end} of the text. */
public sealed interface ExpressionSyntax {
  int start();

  int end();

  /** A literal: null, Boolean, Character, String or {@link NumberLiteral}. */
  record Literal(int start, int end, @Nullable Object value) implements ExpressionSyntax {}

  /** {@code $"…"}. */
  record Interpolated(int start, int end, List<Part> parts) implements ExpressionSyntax {
    public Interpolated {
      parts = List.copyOf(parts);
    }

    /** A text, or a hole when {@code expression} is there. */
    public record Part(
        String text,
        @Nullable ExpressionSyntax expression,
        @Nullable ExpressionSyntax alignment,
        @Nullable String format) {}
  }

  /** A simple name, perhaps with type arguments. */
  record Name(int start, int end, String name, List<TypeSyntax> typeArguments)
      implements ExpressionSyntax {
    public Name {
      typeArguments = List.copyOf(typeArguments);
    }
  }

  /** A keyword of a type where an expression may stand: {@code string.Empty}. */
  record KeywordType(int start, int end, String keyword) implements ExpressionSyntax {}

  /** {@code target.name}. */
  record Member(
      ExpressionSyntax target, String name, List<TypeSyntax> typeArguments, int nameStart, int end)
      implements ExpressionSyntax {
    public Member {
      typeArguments = List.copyOf(typeArguments);
    }

    @Override
    public int start() {
      return target.start();
    }
  }

  /** {@code target?.…} and {@code target?[…]}: the access stands on a {@link Receiver}. */
  record ConditionalAccess(ExpressionSyntax target, ExpressionSyntax access, int end)
      implements ExpressionSyntax {
    @Override
    public int start() {
      return target.start();
    }
  }

  /** The value before {@code ?.}, within the access after it. */
  record Receiver(int start, int end) implements ExpressionSyntax {}

  /** {@code target(arguments)}. */
  record Call(ExpressionSyntax target, List<Argument> arguments, int end)
      implements ExpressionSyntax {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public int start() {
      return target.start();
    }
  }

  /** {@code target[arguments]}. */
  record Element(ExpressionSyntax target, List<Argument> arguments, int end)
      implements ExpressionSyntax {
    public Element {
      arguments = List.copyOf(arguments);
    }

    @Override
    public int start() {
      return target.start();
    }
  }

  /** An argument with its name and {@code ref}, {@code out} or {@code in}, null without. */
  record Argument(@Nullable String name, @Nullable String modifier, ExpressionSyntax value) {}

  /** {@code out var x} and {@code out int x}; a discard {@code _} is the name "_". */
  record Declaration(int start, int end, TypeSyntax type, String name)
      implements ExpressionSyntax {}

  /** Prefix operators: {@code + - ! ~ ++ --}. */
  record Unary(int start, int end, String operator, ExpressionSyntax operand)
      implements ExpressionSyntax {}

  /** {@code ++} and {@code --} behind their operand. */
  record Postfix(int start, int end, String operator, ExpressionSyntax operand)
      implements ExpressionSyntax {}

  /** All operators with two operands, {@code ??} and assignments aside. */
  record Binary(ExpressionSyntax left, String operator, int operatorStart, ExpressionSyntax right)
      implements ExpressionSyntax {
    @Override
    public int start() {
      return left.start();
    }

    @Override
    public int end() {
      return right.end();
    }
  }

  /** {@code left ?? right}. */
  record Coalesce(ExpressionSyntax left, ExpressionSyntax right) implements ExpressionSyntax {
    @Override
    public int start() {
      return left.start();
    }

    @Override
    public int end() {
      return right.end();
    }
  }

  /** {@code condition ? whenTrue : whenFalse}. */
  record Conditional(
      ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse)
      implements ExpressionSyntax {
    @Override
    public int start() {
      return condition.start();
    }

    @Override
    public int end() {
      return whenFalse.end();
    }
  }

  /** {@code target = value}, {@code +=} and so on. */
  record Assignment(ExpressionSyntax target, String operator, ExpressionSyntax value)
      implements ExpressionSyntax {
    @Override
    public int start() {
      return target.start();
    }

    @Override
    public int end() {
      return value.end();
    }
  }

  /** {@code (type)operand}. */
  record Cast(int start, TypeSyntax type, ExpressionSyntax operand) implements ExpressionSyntax {
    @Override
    public int end() {
      return operand.end();
    }
  }

  /** {@code operand as type}. */
  record As(ExpressionSyntax operand, TypeSyntax type) implements ExpressionSyntax {
    @Override
    public int start() {
      return operand.start();
    }

    @Override
    public int end() {
      return type.end();
    }
  }

  /** {@code operand is pattern}. */
  record Is(ExpressionSyntax operand, PatternSyntax pattern) implements ExpressionSyntax {
    @Override
    public int start() {
      return operand.start();
    }

    @Override
    public int end() {
      return pattern.end();
    }
  }

  /**
   * {@code (x, y) => body}: one of expression and block is there.
   *
   * @param ignoresParameters {@code delegate { … }}, which has any parameters and names none
   */
  record Lambda(
      int start,
      int end,
      List<Parameter> parameters,
      boolean ignoresParameters,
      @Nullable ExpressionSyntax expression,
      StatementSyntax.@Nullable Block block)
      implements ExpressionSyntax {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A parameter of a lambda (perhaps without a type) or of a local function.
   *
   * @param modifier {@code ref}, {@code out}, {@code in} or {@code params}, null without
   */
  record Parameter(
      @Nullable TypeSyntax type,
      @Nullable String modifier,
      String name,
      int start,
      int end,
      @Nullable ExpressionSyntax defaultValue) {}

  /** {@code from … select …}: clauses in the order of the text, a {@code from} first. */
  record Query(int start, int end, List<QuerySyntax> clauses) implements ExpressionSyntax {
    public Query {
      clauses = List.copyOf(clauses);
    }
  }

  /** {@code new type(arguments) {…}}. */
  record New(
      int start,
      int end,
      TypeSyntax type,
      List<Argument> arguments,
      @Nullable Initializer initializer)
      implements ExpressionSyntax {
    public New {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code new T[sizes] {…}}.
   *
   * @param element null for {@code new[]}
   * @param sizes none for {@code []}, else one for each dimension
   */
  record NewArray(
      int start,
      int end,
      @Nullable TypeSyntax element,
      List<ExpressionSyntax> sizes,
      int rank,
      @Nullable Initializer initializer)
      implements ExpressionSyntax {
    public NewArray {
      sizes = List.copyOf(sizes);
    }
  }

  /** {@code new { a, b = c }}; a name is null where it follows from its value. */
  record NewAnonymous(int start, int end, List<AnonymousMember> members)
      implements ExpressionSyntax {
    public NewAnonymous {
      members = List.copyOf(members);
    }
  }

  /** One member of an anonymous object. */
  record AnonymousMember(@Nullable String name, ExpressionSyntax value) {}

  /** {@code {…}} behind {@code new}, and of arrays: the elements as written. */
  record Initializer(int start, int end, List<ExpressionSyntax> elements)
      implements ExpressionSyntax {
    public Initializer {
      elements = List.copyOf(elements);
    }
  }

  /** {@code [key] = value} within an initializer: the target of an assignment. */
  record InitializerKey(int start, int end, List<Argument> arguments) implements ExpressionSyntax {
    public InitializerKey {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code typeof(type)}. */
  record TypeOf(int start, int end, TypeSyntax type) implements ExpressionSyntax {}

  /** {@code sizeof(type)}. */
  record SizeOf(int start, int end, TypeSyntax type) implements ExpressionSyntax {}

  /** {@code default(type)}, or {@code default} with a null type. */
  record Default(int start, int end, @Nullable TypeSyntax type) implements ExpressionSyntax {}

  /** {@code checked(…)} and {@code unchecked(…)}. */
  record Checked(int start, int end, boolean checked, ExpressionSyntax operand)
      implements ExpressionSyntax {}

  /** {@code throw …} where an expression may stand. */
  record Throw(int start, ExpressionSyntax operand) implements ExpressionSyntax {
    @Override
    public int end() {
      return operand.end();
    }
  }

  /** {@code (a, b)}; names are null where none is written. */
  record Tuple(int start, int end, List<AnonymousMember> elements) implements ExpressionSyntax {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** What is not built yet or could not be read; a problem has been reported for it. */
  record Invalid(int start, int end) implements ExpressionSyntax {}
}
