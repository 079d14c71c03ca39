package dev.fanout.expressions.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement whose names and types are decided. */
public sealed interface BoundStatement {
  /** Statements in a scope of their own. */
  record Block(List<BoundStatement> statements) implements BoundStatement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /** A declaration; without a value the variable is not assigned yet. */
  record Declare(LocalSymbol symbol, @Nullable BoundExpression value) implements BoundStatement {}

  /** Where a local function is declared; nothing happens there. */
  record Function(FunctionSymbol symbol) implements BoundStatement {}

  /** An expression for its effect. */
  record Effect(BoundExpression expression) implements BoundStatement {}

  /** {@code if}. */
  record If(BoundExpression condition, BoundStatement then, @Nullable BoundStatement otherwise)
      implements BoundStatement {}

  /**
   * {@code while}, {@code do} and {@code for}.
   *
   * @param condition null is true
   * @param testsFirst false for {@code do}
   */
  record Loop(
      @Nullable BoundExpression condition,
      boolean testsFirst,
      BoundStatement body,
      List<BoundExpression> steps)
      implements BoundStatement {
    public Loop {
      steps = List.copyOf(steps);
    }
  }

  /** Over the elements of an array. */
  record ForEachElement(
      BoundExpression array,
      LocalSymbol arrayLocal,
      LocalSymbol index,
      LocalSymbol variable,
      BoundExpression element,
      BoundStatement body)
      implements BoundStatement {}

  /**
   * Over a java.util.Iterator.
   *
   * @param item what {@code next} gave, which {@code element} converts
   */
  record ForEachItem(
      BoundExpression iterator,
      LocalSymbol iteratorLocal,
      LocalSymbol item,
      LocalSymbol variable,
      BoundExpression element,
      BoundStatement body)
      implements BoundStatement {}

  /**
   * Gives the result of the expression or function, already in the form that it has there; null for
   * none. In a lambda it is found by this statement's identity.
   */
  record Return(@Nullable BoundExpression value) implements BoundStatement {}

  /** Leaves the innermost loop or switch. */
  record Break() implements BoundStatement {}

  /** Goes on with the innermost loop. */
  record Continue() implements BoundStatement {}

  /** Where gotos of the same symbol go on. */
  record Label(LabelSymbol symbol) implements BoundStatement {}

  /** Goes on at the label, which stands in a block around it. */
  record Goto(LabelSymbol target) implements BoundStatement {}

  /** {@code throw value;}. */
  record Throw(BoundExpression value) implements BoundStatement {}

  /** {@code throw;} within a catch. */
  record Rethrow() implements BoundStatement {}

  /** {@code try}; one of catches and finally is there. */
  record Try(BoundStatement body, List<Catch> catches, @Nullable BoundStatement finallyBlock)
      implements BoundStatement {
    public Try {
      catches = List.copyOf(catches);
    }
  }

  /**
   * One clause, tried in order.
   *
   * @param type of the exception; null for every one
   * @param variable what holds it; null if nothing does
   * @param filter may read the variable; null is true
   */
  record Catch(
      @Nullable ClrType type,
      @Nullable LocalSymbol variable,
      @Nullable BoundExpression filter,
      BoundStatement body) {}

  /**
   * {@code switch}.
   *
   * @param sections in order; their conditions read the value's local
   * @param isExhaustive whether some section is entered whatever the value is
   */
  record Switch(
      BoundExpression value, LocalSymbol local, List<Section> sections, boolean isExhaustive)
      implements BoundStatement {
    public Switch {
      sections = List.copyOf(sections);
    }
  }

  /**
   * Conditions, any of which enters; with {@code isDefault} when no section's did.
   *
   * @param label where {@code goto case} enters
   * @param start where its first label stands, {@code end} where that ends
   */
  record Section(
      List<BoundExpression> conditions,
      boolean isDefault,
      LabelSymbol label,
      List<BoundStatement> statements,
      int start,
      int end) {
    public Section {
      conditions = List.copyOf(conditions);
      statements = List.copyOf(statements);
    }
  }
}
