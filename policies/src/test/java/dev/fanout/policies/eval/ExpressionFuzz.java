package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.policies.context.ContextTypes;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Inputs for the compiler of expressions, each a function of a seed, a number and the texts it is
 * made from, and what must hold: no exception of ours while lexing, parsing and binding; issues in
 * order and in range; what binds becomes a class that links; it ends within its fences, with a
 * value of a known type or a failure as .NET has them. Immutable; threads may share one.
 */
public final class ExpressionFuzz {
  /** One in so many of those that bind goes through code and evaluation too. */
  private static final int EVALUATED = 4;

  private static final ExpressionTarget[] TARGETS = ExpressionTarget.values();
  private static final SourceText CONTEXT = SourceText.of("context.json", FuzzTexts.CONTEXT);

  private final long seed;
  private final ExpressionMutator mutator;
  private final ExpressionCompiler checks = new ExpressionCompiler(ContextTypes.hostTypes());

  /** What became of an input. */
  public enum Fate {
    REFUSED,
    BOUND,
    GAVE_A_VALUE,
    FAILED
  }

  /**
   * @param corpus texts of expressions to start from, beside the built-in ones
   */
  public ExpressionFuzz(long seed, List<String> corpus) {
    this.seed = seed;
    this.mutator = new ExpressionMutator(corpus);
  }

  /** The input of this number. */
  public String input(long number) {
    return mutator.expression(random(number));
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
  }

  /** Runs the input of this number; what does not hold is thrown. */
  public Fate check(long number) {
    SourceText source = SourceText.of("expression", input(number));
    ExpressionTarget target = TARGETS[(int) Math.floorMod(number / 7, TARGETS.length)];
    List<Issue> issues = checks.check(source.span(), target);
    inOrder(issues);
    if (!issues.isEmpty()) {
      return Fate.REFUSED;
    }
    if (number % EVALUATED != 0) {
      return Fate.BOUND;
    }
    // One for each, since a compiler keeps all that it has compiled.
    Compilation compilation =
        new ExpressionCompiler(ContextTypes.hostTypes()).compile(source.span(), target);
    require(
        compilation.expression().isPresent()
            || compilation.issues().get(0).code().startsWith("EXPRESSION_TOO_"),
        "binds and does not compile: " + compilation.issues());
    require(!IssueRenderer.render(compilation.issues()).contains("\u0000"), "a raw character");
    return compilation.expression().map(ExpressionFuzz::evaluated).orElse(Fate.REFUSED);
  }

  private static Fate evaluated(CompiledExpression expression) {
    Outcome outcome = Evaluator.run(expression, ContextReader.read(CONTEXT, false));
    if (outcome instanceof Outcome.Thrown thrown) {
      require(
          thrown.typeName().matches("(System|Newtonsoft\\.Json)\\.[A-Za-z.]+"),
          "an exception " + thrown.typeName());
      return Fate.FAILED;
    }
    Object value = ((Outcome.Value) outcome).value();
    known(value);
    try {
      ShownValue.of(value);
    } catch (dev.fanout.expressions.ExpressionFailure failure) {
      return Fate.FAILED;
    }
    return Fate.GAVE_A_VALUE;
  }

  /** No object of the JVM's comes out that is no C# value. */
  private static void known(@Nullable Object value) {
    if (value == null) {
      return;
    }
    String type = RuntimeTypes.nameOf(value);
    require(
        type.startsWith("System.")
            || type.startsWith("Newtonsoft.Json.")
            || type.startsWith("Apim.")
            || type.startsWith("anonymous"),
        "a value of type " + type + ", class " + value.getClass());
    require(
        !(value instanceof Class)
            && !(value instanceof ClassLoader)
            && !(value instanceof Thread)
            && !(value instanceof java.io.Closeable c && c instanceof java.io.FileInputStream),
        "a " + value.getClass());
  }

  private static void inOrder(List<Issue> issues) {
    int last = 0;
    for (Issue issue : issues) {
      int start = issue.location().orElseThrow().start();
      require(start >= last, "order: " + issue);
      last = start;
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
