package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.policies.eval.Vector.Expected;
import dev.fanout.policies.eval.VectorResult.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs golden rows and compares: by type, value or JSON, text; exception type; refused or not. */
public final class VectorRunner {
  /** Rows say what comes out, however long a cold start or a busy machine takes. */
  private static final ExpressionLimits LIMITS =
      new ExpressionLimits(ExpressionLimits.DEFAULT.steps(), Duration.ofMinutes(1));

  private final Function<String, SourceText> fixtures;
  private final Optional<LiquidRenderer> liquid;
  private final Evaluator evaluator = new Evaluator(LIMITS);
  private final Map<String, SourceText> contexts = new HashMap<>();

  /**
   * @param fixtures the context document of a name
   * @param liquid without it rows with templates are unsupported
   */
  public VectorRunner(Function<String, SourceText> fixtures, Optional<LiquidRenderer> liquid) {
    this.fixtures = fixtures;
    this.liquid = liquid;
  }

  /**
   * @param wanted the rows to run
   * @throws dev.fanout.diagnostics.IssueException for a golden file or a fixture that is none
   */
  public VectorFileResult run(SourceText file, Predicate<Vector> wanted) {
    return new VectorFileResult(
        file.name(), VectorReader.read(file).stream().filter(wanted).map(this::run).toList());
  }

  /** Runs one row. */
  public VectorResult run(Vector vector) {
    return vector instanceof Vector.Expression expression
        ? run(expression)
        : run((Vector.Liquid) vector);
  }

  private VectorResult run(Vector.Expression row) {
    SourceText source = SourceText.of(row.id(), row.expression());
    EvalContext context = context(row.context());
    try {
      Compilation compilation = evaluator.compile(source.span(), source.text());
      if (compilation.expression().isEmpty()) {
        return refused(row, compilation.issues());
      }
      if (row.expected() instanceof Expected.Compiles
          || row.expected() instanceof Expected.Anything) {
        return passed(row, Words.of(row.expected()));
      }
      if (row.expected() instanceof Expected.Refused) {
        return failed(row, Words.of(row.expected()), "compiles");
      }
      return compared(row, Evaluator.run(compilation.expression().get(), context));
    } catch (RuntimeException | LinkageError e) {
      return failed(row, Words.of(row.expected()), Words.ofBug(e));
    }
  }

  private EvalContext context(String name) {
    SourceText document =
        name.isEmpty() ? SourceText.of("context", "{}") : contexts.computeIfAbsent(name, fixtures);
    return ContextReader.read(document, true);
  }

  private static VectorResult refused(Vector.Expression row, List<Issue> issues) {
    String why = IssueRenderer.render(issues);
    if (row.expected() instanceof Expected.Refused || row.expected() instanceof Expected.Anything) {
      return new VectorResult(row, Verdict.PASSED, Words.of(row.expected()), why);
    }
    return new VectorResult(row, Verdict.UNSUPPORTED, Words.of(row.expected()), why);
  }

  private static VectorResult compared(Vector.Expression row, Outcome outcome) {
    String wanted = Words.of(row.expected());
    Given given = Given.of(outcome);
    if (row.expected() instanceof Expected.Throws thrown) {
      boolean alike =
          given.thrown().equals(Optional.of(thrown.typeName()))
              && given.whenRead() == thrown.whenRead();
      return alike ? passed(row, wanted) : failed(row, wanted, given.words());
    }
    if (row.expected() instanceof Expected.Value value && given.shown().isPresent()) {
      return alike(value, given.shown().get())
          ? passed(row, wanted)
          : failed(row, wanted, given.words());
    }
    return failed(row, wanted, given.words());
  }

  private static boolean alike(Expected.Value wanted, ShownValue given) {
    return wanted.type().equals(given.type())
        && (wanted.json().isPresent()
            ? wanted.json().equals(given.json())
            : wanted.value().equals(given.value()))
        && (wanted.text().isEmpty() || wanted.text().equals(given.text()));
  }

  /** What came out, in words and to compare. */
  private record Given(
      Optional<ShownValue> shown, Optional<String> thrown, boolean whenRead, String words) {
    static Given of(Outcome outcome) {
      if (outcome instanceof Outcome.Thrown thrown) {
        return thrown(thrown.typeName(), thrown.message(), false);
      }
      try {
        ShownValue shown = ShownValue.of(((Outcome.Value) outcome).value());
        return new Given(Optional.of(shown), Optional.empty(), false, Words.of(shown));
      } catch (ExpressionFailure failure) {
        return thrown(failure.typeName(), failure.getMessage(), true);
      }
    }

    private static Given thrown(String typeName, String message, boolean whenRead) {
      return new Given(
          Optional.empty(),
          Optional.of(typeName),
          whenRead,
          Words.of(new Expected.Throws(typeName, message, whenRead)));
    }
  }

  private VectorResult run(Vector.Liquid row) {
    String wanted =
        row.error().map(name -> "fails " + name).orElseGet(() -> Quoted.of(row.text().orElse("")));
    if (liquid.isEmpty()) {
      return new VectorResult(row, Verdict.UNSUPPORTED, wanted, "there is no Liquid engine here");
    }
    try {
      String text = liquid.get().render(row.template(), row.body());
      return row.text().equals(Optional.of(text))
          ? passed(row, wanted)
          : failed(row, wanted, Quoted.of(text));
    } catch (ExpressionFailure failure) {
      String name = failure.typeName().substring(failure.typeName().lastIndexOf('.') + 1);
      return row.error().equals(Optional.of(name))
          ? passed(row, wanted)
          : failed(row, wanted, "fails " + failure);
    } catch (RuntimeException | LinkageError e) {
      return failed(row, wanted, Words.ofBug(e));
    }
  }

  private static VectorResult passed(Vector row, String wanted) {
    return new VectorResult(row, Verdict.PASSED, wanted, wanted);
  }

  private static VectorResult failed(Vector row, String wanted, String got) {
    return new VectorResult(row, Verdict.FAILED, wanted, got);
  }
}
