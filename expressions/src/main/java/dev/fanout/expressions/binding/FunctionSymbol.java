package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.StatementSyntax;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A local function; compared by identity. Its body is there once its declaration is bound. */
public final class FunctionSymbol {
  private final StatementSyntax.Function syntax;
  private final Member.Method signature;
  private final Frame frame;
  private List<LocalSymbol> parameters = List.of();
  private @Nullable BoundStatement body;

  /** Captured variables that a call needs to have a value. */
  private final Set<LocalSymbol> needed = new LinkedHashSet<>();

  FunctionSymbol(StatementSyntax.Function syntax, Member.Method signature, Frame frame) {
    this.syntax = syntax;
    this.signature = signature;
    this.frame = frame;
  }

  StatementSyntax.Function syntax() {
    return syntax;
  }

  public String name() {
    return syntax.name();
  }

  /** As if a table declared it; its target is no Java method yet. */
  Member.Method signature() {
    return signature;
  }

  /** Void or the type of what it returns. */
  public ClrType type() {
    return signature.type();
  }

  public List<LocalSymbol> parameters() {
    return parameters;
  }

  /** Is the parameter the caller's variable itself? */
  public boolean isByReference(int parameter) {
    String modifier = syntax.parameters().get(parameter).modifier();
    return "ref".equals(modifier) || "out".equals(modifier);
  }

  /** Has it to be given a value by the function? */
  boolean isOut(int parameter) {
    return "out".equals(syntax.parameters().get(parameter).modifier());
  }

  public Frame frame() {
    return frame;
  }

  /** The statements; a function that has none was reported. */
  public BoundStatement body() {
    BoundStatement bound = body;
    return bound == null ? new BoundStatement.Block(List.of()) : bound;
  }

  void define(List<LocalSymbol> bound, BoundStatement statements) {
    parameters = List.copyOf(bound);
    body = statements;
  }

  Set<LocalSymbol> needed() {
    return needed;
  }

  @Override
  public String toString() {
    return name() + "()";
  }
}
