package dev.fanout.benchmarks.expressions;

import dev.fanout.verdict.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs both benchmarks and prints, for each shape, nanoseconds and bytes for one evaluation of the
 * expression and of its Java, and the ratio of the times with its 95 % interval. A fork gives one
 * ratio, the median of its rounds; the interval is Student's over the logarithms of the forks,
 * since what the JIT decides holds for a fork's life. Then the time that 1,000 expressions take to
 * compile.
 *
 * <p>Arguments: the folder of the golden expressions, the number of forks (default 6).
 */
public final class ExpressionSpeed {
  private static final int COMPILE_FORKS = 3;
  private static final String BYTES = "gc.alloc.rate.norm";

  private final String corpus;
  private final int forks;

  private ExpressionSpeed(String corpus, int forks) {
    this.corpus = corpus;
    this.forks = forks;
  }

  public static void main(String[] arguments) throws RunnerException {
    int forks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
    ExpressionSpeed speed = new ExpressionSpeed(arguments[0], forks);
    speed.evaluations();
    speed.compilations();
  }

  /** What one fork says of one shape. */
  private record Figures(double nanos, double javaNanos, double ratio, double bytes, double java) {}

  private void evaluations() throws RunnerException {
    int shapes = Shapes.ALL.size();
    RunResult run =
        run(
            options(ExpressionBenchmark.class, forks)
                .warmupIterations(2 * shapes * ExpressionBenchmark.WARM_UP_ROUNDS)
                .warmupTime(TimeValue.milliseconds(50))
                .measurementIterations(2 * shapes * ExpressionBenchmark.ROUNDS)
                .measurementTime(TimeValue.milliseconds(50))
                .addProfiler(GCProfiler.class));
    BenchmarkParams params = run.getParams();
    System.out.printf(
        Locale.ROOT,
        "JMH %s, JDK %s, %d forks of %d rounds, 50 ms an iteration%n%n",
        params.getJmhVersion(),
        params.getJdkVersion(),
        forks,
        ExpressionBenchmark.ROUNDS);
    System.out.printf(
        Locale.ROOT,
        "%-36s %8s %8s  %-24s %5s %7s %7s%n",
        "shape",
        "ns",
        "Java ns",
        "ratio, 95 % interval",
        "limit",
        "bytes",
        "Java");
    for (int shape = 0; shape < shapes; shape++) {
      List<Figures> figures = new ArrayList<>();
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        figures.add(figures(List.copyOf(fork.getIterationResults()), shape));
      }
      print(Shapes.ALL.get(shape), figures);
    }
  }

  private static Figures figures(List<IterationResult> iterations, int shape) {
    int warmUp = 2 * Shapes.ALL.size() * ExpressionBenchmark.WARM_UP_ROUNDS;
    Turns turns =
        new Turns(
            Shapes.ALL.size(), ExpressionBenchmark.WARM_UP_ROUNDS + ExpressionBenchmark.ROUNDS);
    List<IterationResult> ours = new ArrayList<>();
    List<IterationResult> java = new ArrayList<>();
    for (int i = 0; i < iterations.size(); i++) {
      Turns.Turn turn = turns.of(warmUp + i);
      if (turn.shape() == shape) {
        (turn.isCompiled() ? ours : java).add(iterations.get(i));
      }
    }
    double[] nanos = nanos(ours);
    double[] javaNanos = nanos(java);
    double[] ratios = new double[nanos.length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = nanos[round] / javaNanos[round];
    }
    return new Figures(
        median(nanos), median(javaNanos), median(ratios), median(bytes(ours)), median(bytes(java)));
  }

  private static double[] nanos(List<IterationResult> iterations) {
    return iterations.stream().mapToDouble(i -> i.getPrimaryResult().getScore()).toArray();
  }

  private static double[] bytes(List<IterationResult> iterations) {
    return iterations.stream().mapToDouble(ExpressionSpeed::bytes).toArray();
  }

  @SuppressWarnings("rawtypes")
  private static double bytes(IterationResult iteration) {
    for (Map.Entry<String, Result> figure : iteration.getSecondaryResults().entrySet()) {
      if (figure.getKey().endsWith(BYTES)) {
        return figure.getValue().getScore();
      }
    }
    throw new IllegalStateException("no " + BYTES + " in " + iteration.getSecondaryResults());
  }

  private static void print(Shape shape, List<Figures> forks) {
    double[] logs = forks.stream().mapToDouble(f -> Math.log(f.ratio())).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double half = halfWidth(logs, mean);
    System.out.printf(
        Locale.ROOT,
        "%-36s %8.1f %8.1f  %5.2f, %.2f to %.2f %8.1f %7.0f %7.0f%s%n",
        shape.name(),
        median(forks.stream().mapToDouble(Figures::nanos).toArray()),
        median(forks.stream().mapToDouble(Figures::javaNanos).toArray()),
        Math.exp(mean),
        Math.exp(mean - half),
        Math.exp(mean + half),
        shape.limit(),
        median(forks.stream().mapToDouble(Figures::bytes).toArray()),
        median(forks.stream().mapToDouble(Figures::java).toArray()),
        Math.exp(mean) > shape.limit() ? "  over" : "");
  }

  /** Of the 95 % interval; not a number for a single fork. */
  private static double halfWidth(double[] values, double mean) {
    int n = values.length;
    if (n < 2) {
      return Double.NaN;
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return StudentT.quantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  }

  private void compilations() throws RunnerException {
    RunResult run =
        run(
            options(CompileBenchmark.class, COMPILE_FORKS)
                .warmupIterations(10)
                .measurementIterations(10));
    double[] millis =
        run.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "%n%,d distinct expressions compile in %.0f ms [%.0f, %.0f], %d forks of 10 after 10%n",
        CompileBenchmark.TEXTS,
        median(millis),
        millis[0],
        millis[millis.length - 1],
        COMPILE_FORKS);
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, int forks) {
    return new OptionsBuilder()
        .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
        .param("corpus", corpus)
        .forks(forks)
        .jvmArgs("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn512m")
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).runSingle();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
