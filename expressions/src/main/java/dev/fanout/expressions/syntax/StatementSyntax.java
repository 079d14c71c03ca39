package dev.fanout.expressions.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement at {@code start..end} of the text. */
public sealed interface StatementSyntax {
  int start();

  int end();

  /** {@code {…}}. */
  record Block(int start, int end, List<StatementSyntax> statements) implements StatementSyntax {
    public Block {
      statements = List.copyOf(statements);
    }

    /** The body {@code => throw …} as a block. */
    public static Block of(ExpressionSyntax.Throw thrown) {
      Throw statement = new Throw(thrown.start(), thrown.end(), thrown.operand());
      return new Block(thrown.start(), thrown.end(), List.of(statement));
    }
  }

  /** {@code T a = x, b;} with perhaps {@code const} before it. */
  record Local(int start, int end, TypeSyntax type, List<Declarator> declarators, boolean constant)
      implements StatementSyntax {
    public Local {
      declarators = List.copyOf(declarators);
    }
  }

  /** One name of a declaration. */
  record Declarator(String name, int start, int end, @Nullable ExpressionSyntax initializer) {}

  /** An expression for its effect. */
  record Expression(int start, int end, ExpressionSyntax expression) implements StatementSyntax {}

  /** {@code if}. */
  record If(
      int start,
      int end,
      ExpressionSyntax condition,
      StatementSyntax then,
      @Nullable StatementSyntax otherwise)
      implements StatementSyntax {}

  /** {@code while}. */
  record While(int start, int end, ExpressionSyntax condition, StatementSyntax body)
      implements StatementSyntax {}

  /** {@code do … while}. */
  record Do(int start, int end, StatementSyntax body, ExpressionSyntax condition)
      implements StatementSyntax {}

  /** {@code for}; the first part is a declaration or expressions. */
  record For(
      int start,
      int end,
      List<StatementSyntax> initializers,
      @Nullable ExpressionSyntax condition,
      List<ExpressionSyntax> steps,
      StatementSyntax body)
      implements StatementSyntax {
    public For {
      initializers = List.copyOf(initializers);
      steps = List.copyOf(steps);
    }
  }

  /** {@code foreach}. */
  record ForEach(
      int start,
      int end,
      TypeSyntax type,
      String name,
      int nameStart,
      ExpressionSyntax collection,
      StatementSyntax body)
      implements StatementSyntax {}

  /** {@code return}. */
  record Return(int start, int end, @Nullable ExpressionSyntax value) implements StatementSyntax {}

  /** {@code break}. */
  record Break(int start, int end) implements StatementSyntax {}

  /** {@code continue}. */
  record Continue(int start, int end) implements StatementSyntax {}

  /** {@code throw}, without a value within a catch. */
  record Throw(int start, int end, @Nullable ExpressionSyntax value) implements StatementSyntax {}

  /** {@code try}. */
  record Try(int start, int end, Block body, List<Catch> catches, @Nullable Block finallyBlock)
      implements StatementSyntax {
    public Try {
      catches = List.copyOf(catches);
    }
  }

  /** {@code catch (T name) when (filter) {…}}. */
  record Catch(
      int start,
      int end,
      @Nullable TypeSyntax type,
      @Nullable String name,
      @Nullable ExpressionSyntax filter,
      Block body) {}

  /** {@code switch}. */
  record Switch(int start, int end, ExpressionSyntax value, List<Section> sections)
      implements StatementSyntax {
    public Switch {
      sections = List.copyOf(sections);
    }
  }

  /** Labels and the statements behind them. */
  record Section(List<Label> labels, List<StatementSyntax> statements) {
    public Section {
      labels = List.copyOf(labels);
      statements = List.copyOf(statements);
    }
  }

  /** {@code case pattern when filter:}, or {@code default:} with a null pattern. */
  record Label(
      int start, int end, @Nullable PatternSyntax pattern, @Nullable ExpressionSyntax filter) {}

  /** {@code using (…) …}: the resource is a declaration or an expression. */
  record Using(int start, int end, StatementSyntax resource, StatementSyntax body)
      implements StatementSyntax {}

  /** {@code name:} and the statement behind it. */
  record Labeled(int start, int end, String name, int nameEnd, StatementSyntax statement)
      implements StatementSyntax {}

  /** {@code goto name;}. */
  record Goto(int start, int end, String name) implements StatementSyntax {}

  /** {@code goto case value;}, or {@code goto default;} without a value. */
  record GotoCase(int start, int end, @Nullable ExpressionSyntax value)
      implements StatementSyntax {}

  /** {@code checked {…}} and {@code unchecked {…}}. */
  record Checked(int start, int end, boolean checked, Block body) implements StatementSyntax {}

  /** {@code lock (value) …}. */
  record Lock(int start, int end, ExpressionSyntax value, StatementSyntax body)
      implements StatementSyntax {}

  /**
   * A type parameter of a function, with what its {@code where} asks for.
   *
   * @param isClass a reference type
   * @param isStruct a value type
   * @param hasNew may be made by {@code new T()}
   * @param bases what its arguments convert to
   */
  record TypeParameter(
      String name, boolean isClass, boolean isStruct, boolean hasNew, List<TypeSyntax> bases) {
    public TypeParameter {
      bases = List.copyOf(bases);
    }
  }

  /** A function within the block. */
  record Function(
      int start,
      int end,
      TypeSyntax returnType,
      String name,
      List<TypeParameter> typeParameters,
      List<ExpressionSyntax.Parameter> parameters,
      @Nullable Block block,
      @Nullable ExpressionSyntax expression)
      implements StatementSyntax {
    public Function {
      typeParameters = List.copyOf(typeParameters);
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code ;}, and what could not be read. */
  record Empty(int start, int end) implements StatementSyntax {}
}
