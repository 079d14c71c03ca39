package dev.fanout.benchmarks.expressions;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.runtime.json.JToken;
import dev.fanout.policies.context.ApimContext;
import dev.fanout.policies.context.ContextTypes;
import dev.fanout.policies.eval.ContextReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One evaluation. Which one, {@link Turns} says for each iteration: all shapes and their Java run
 * in each fork, so that a fork's luck with the JIT meets both sides of a ratio, and a slow second
 * of the machine, too. JMH's own average over the iterations says nothing; {@link ExpressionSpeed}
 * reads them one by one.
 *
 * <p>Before the first iteration the corpus has run in the fork, on all its contexts, until the JIT
 * is done with it. The two sides are called alike: a call that the JIT knows, and then one of a
 * method that many classes override.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExpressionBenchmark {
  static final int WARM_UP_ROUNDS = 3;
  static final int ROUNDS = 10;

  private static final int CORPUS_RUNS = 1_500;

  /** The folder of the golden expressions. */
  @Param({"../shared/oracle/expressions"})
  public String corpus = "";

  private final Turns turns = new Turns(Shapes.ALL.size(), WARM_UP_ROUNDS + ROUNDS);
  private final ApimContext context = ContextReader.read(SourceText.of("context", Shapes.CONTEXT));
  private List<CompiledExpression> expressions = List.of();
  private int iterations;

  private boolean isCompiled;
  private @Nullable CompiledExpression expression;
  private @Nullable HandWritten java;

  @Setup(Level.Trial)
  public void warmUp() {
    ExpressionCompiler compiler = new ExpressionCompiler(ContextTypes.hostTypes());
    expressions = Shapes.ALL.stream().map(shape -> compiled(compiler, shape)).toList();
    for (int i = 0; i < expressions.size(); i++) {
      String ours = text(expressions.get(i).evaluate(context));
      String theirs = text(Shapes.ALL.get(i).java().evaluate(context));
      if (!ours.equals(theirs)) {
        throw new IllegalStateException(
            Shapes.ALL.get(i).name() + ": C# gives '" + ours + "', Java '" + theirs + "'");
      }
    }
    Corpus.read(Path.of(corpus)).run(compiler, Shapes.CONTEXT, CORPUS_RUNS);
  }

  private static String text(@Nullable Object value) {
    return value instanceof JToken json ? json.toString(0) : String.valueOf(value);
  }

  private static CompiledExpression compiled(ExpressionCompiler compiler, Shape shape) {
    var compilation =
        compiler.compile(SourceText.of("e", shape.expression()).span(), shape.target());
    return compilation
        .expression()
        .orElseThrow(() -> new IllegalStateException(shape.name() + compilation.issues()));
  }

  @Setup(Level.Iteration)
  public void next() {
    Turns.Turn turn = turns.of(iterations++);
    isCompiled = turn.isCompiled();
    expression = expressions.get(turn.shape());
    java = Shapes.ALL.get(turn.shape()).java();
  }

  /** What the turn is for. */
  @Benchmark
  public @Nullable Object evaluate() {
    return isCompiled
        ? Objects.requireNonNull(expression).evaluate(context)
        : Objects.requireNonNull(java).evaluate(context);
  }
}
