package dev.fanout.benchmarks.expressions;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.policies.context.ContextTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * From text to linked code, 1,000 times. The texts are those of the corpus, over and over, each
 * with a constant of its own, and the compiler is a new one, so that no code is shared.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {
  static final int TEXTS = 1_000;

  @Param({"../shared/oracle/expressions"})
  public String corpus = "";

  private List<String> originals = List.of();
  private List<String> texts = List.of();
  private ExpressionCompiler compiler = new ExpressionCompiler(ContextTypes.hostTypes());
  private int invocations;

  @Setup(Level.Trial)
  public void read() {
    List<String> known = new ArrayList<>(Corpus.read(Path.of(corpus)).texts());
    known.removeIf(text -> !compiles(changed(text, "x")));
    originals = List.copyOf(known);
  }

  @Setup(Level.Invocation)
  public void next() {
    invocations++;
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      changed.add(changed(originals.get(i % originals.size()), invocations + "-" + i));
    }
    texts = changed;
    compiler = new ExpressionCompiler(ContextTypes.hostTypes());
  }

  /** A text that nobody has compiled before: it has the constant. */
  private static String changed(String text, String constant) {
    return text.startsWith("@(")
        ? "@(\"" + constant + "\" + (" + text.substring(2, text.length() - 1) + "\n))"
        : "@{ var changed = \"" + constant + "\";" + text.substring(2);
  }

  @Benchmark
  public int compile() {
    for (String text : texts) {
      if (!compiles(text)) {
        throw new IllegalStateException(text);
      }
    }
    return compiler.compiledCount();
  }

  private boolean compiles(String text) {
    return compiler
        .compile(SourceText.of("e", text).span(), ExpressionTarget.STRING)
        .expression()
        .isPresent();
  }
}
