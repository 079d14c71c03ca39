package dev.fanout.policies.eval;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ContextTypes;

/** Compiles and runs expressions, against the table that the gateway binds against. */
public final class Evaluator {
  private final ExpressionCompiler compiler;

  /** With the limits of a gateway. */
  public Evaluator() {
    this(ExpressionLimits.DEFAULT);
  }

  public Evaluator(ExpressionLimits limits) {
    compiler = new ExpressionCompiler(ContextTypes.hostTypes(), limits);
  }

  /** {@code text} is what named values made of what stands at {@code span}, marker included. */
  public Compilation compile(SourceSpan span, String text) {
    return compiler.compile(span, text, ExpressionTarget.OBJECT);
  }

  public static Outcome run(CompiledExpression expression, ApimContext context) {
    try {
      return new Outcome.Value(expression.evaluate(context));
    } catch (ExpressionFailure failure) {
      return new Outcome.Thrown(failure.typeName(), failure.getMessage());
    }
  }

  /** Compiles and, where that worked, runs. */
  public Outcome evaluate(SourceSpan span, String text, ApimContext context) {
    Compilation compilation = compile(span, text);
    return compilation.expression().isEmpty()
        ? new Outcome.Refused(compilation.issues())
        : run(compilation.expression().get(), context);
  }
}
