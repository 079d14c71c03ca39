package dev.fanout.verdict.simulation;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Boundaries;
import dev.fanout.verdict.Decision;
import dev.fanout.verdict.DecisionProcedure;
import dev.fanout.verdict.EffectAudits;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanDrawer;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.RowLook;
import dev.fanout.verdict.RowSeries;
import dev.fanout.verdict.Rows;
import dev.fanout.verdict.Stages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Plays many experiments of one scenario to the judge and, beside it, to the published design: one
 * pair, A first, point estimates against thresholds. The errors row has its own simulation; here
 * p99 stands in its place, so that all J rows vary.
 */
public final class JudgeSimulation {
  /** Of a ramp, as a share of the run. */
  private static final double TIME_CONSTANT = 0.1;

  private final Scenario scenario;
  private final List<Row> rows;
  private final List<Stage> stages;
  private final DecisionProcedure judge;
  private final int most;

  private JudgeSimulation(Scenario scenario) {
    this.scenario = scenario;
    PlanLength plan = scenario.plan();
    stages = Stages.ofCapacity(Stages.LOCAL_SHARES, new Stages.Timing(0, plan.windowNanos(), 1));
    rows = rows(plan, stages);
    judge = new DecisionProcedure(Boundaries.of(plan.looks(), rows.size()), true);
    List<Look> looks = plan.looks();
    most = looks.get(looks.size() - 1).replicates();
  }

  /** The rows that a scenario of this plan has. */
  public static List<Row> rows(PlanLength plan) {
    return rows(
        plan, Stages.ofCapacity(Stages.LOCAL_SHARES, new Stages.Timing(0, plan.windowNanos(), 1)));
  }

  private static List<Row> rows(PlanLength plan, List<Stage> stages) {
    List<Row> rows =
        plan == PlanLength.QUICK
            ? Rows.quick(stages, Margins.LOCAL_QUICK)
            : Rows.local(stages, Margins.LOCAL);
    Row p99 = new Row("p99", Metric.P99, OptionalInt.of(2), 1e6);
    return rows.stream().map(row -> row.metric() == Metric.ERRORS ? p99 : row).toList();
  }

  /**
   * The same seed gives the same tally on every JDK.
   *
   * @param experiments above 0
   */
  public static Tally run(Scenario scenario, int experiments, long seed) {
    JudgeSimulation simulation = new JudgeSimulation(scenario);
    Random random = new Random(seed ^ scenario.id().hashCode());
    Tally tally = new Tally();
    for (int i = 0; i < experiments; i++) {
      simulation.play(random, tally);
    }
    return tally;
  }

  private void play(Random random, Tally tally) {
    List<boolean[]> aFirst = aFirst(random);
    List<RowSeries> series = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      series.add(RowSeries.of(rows.get(i), differences(i, aFirst.get(i), random)));
    }
    Decision decision = judge.decide(series, most);
    int n = decision.last().orElseThrow().look().replicates();
    List<RowSeries> judged =
        series.stream()
            .map(row -> RowSeries.of(row.row(), Arrays.copyOf(row.differences(), n)))
            .toList();
    List<RowLook> last = decision.last().orElseThrow().rows();
    boolean contradicted = last.stream().anyMatch(JudgeSimulation::contradicts);
    boolean withheld =
        contradicted || EffectAudits.withholds(judged, aFirst(aFirst, n), rows.size());
    double truth = scenario.means().of(0) * RowSeries.margin(rows.get(0));
    tally.count(
        decision.outcome(),
        withheld,
        last.get(0).interval().orElseThrow().contains(truth),
        naive(random, series));
  }

  private static boolean contradicts(RowLook look) {
    return look.interval().isPresent() && look.interval().get().empty();
  }

  private static List<boolean[]> aFirst(List<boolean[]> all, int n) {
    return all.stream().map(order -> Arrays.copyOf(order, n)).toList();
  }

  /** The order of each row's stage, balanced as the product draws it. */
  private List<boolean[]> aFirst(Random random) {
    List<Slot> slots =
        PlanDrawer.draw(
                scenario.plan().label(),
                "standard",
                Design.ONE_PROCESS,
                scenario.plan().looks(),
                rows,
                stages,
                random.nextLong())
            .slots();
    List<boolean[]> orders = new ArrayList<>();
    for (Row row : rows) {
      boolean[] order = new boolean[slots.size()];
      for (int i = 0; i < order.length; i++) {
        order[i] = first(slots.get(i), row.stage().orElseThrow()) == VariantLabel.A;
      }
      orders.add(order);
    }
    return orders;
  }

  private static VariantLabel first(Slot slot, int stage) {
    return slot.stages().stream()
        .filter(order -> order.stage() == stage)
        .findFirst()
        .orElseThrow()
        .first();
  }

  private double[] differences(int row, boolean[] aFirst, Random random) {
    double margin = RowSeries.margin(rows.get(row));
    double[] differences = new double[most];
    double before = random.nextGaussian();
    for (int i = 0; i < most; i++) {
      double noise = noise(before, random);
      before = noise;
      differences[i] =
          margin
              * (scenario.means().of(row)
                  + scenario.spread() * noise
                  + trend(i, aFirst[i] ? 1 : -1));
    }
    return differences;
  }

  private double noise(double before, Random random) {
    return switch (scenario.noise()) {
      case NORMAL -> random.nextGaussian();
      case CORRELATED -> {
        double rho = scenario.noiseSize();
        yield rho * before + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      }
      case SKEWED -> {
        int shape = (int) Math.round(4 / (scenario.noiseSize() * scenario.noiseSize()));
        double gamma = 0;
        for (int k = 0; k < shape; k++) {
          gamma -= Math.log(1 - random.nextDouble());
        }
        yield (gamma - shape) / Math.sqrt(shape);
      }
      case HEAVY -> {
        double side = random.nextBoolean() ? 1 : -1;
        yield side * -Math.log(1 - random.nextDouble()) / Math.sqrt(2);
      }
    };
  }

  private double trend(int replicate, int sign) {
    double size = scenario.trendSize();
    return switch (scenario.trend()) {
      case NONE -> 0;
      case DRIFT -> size * (replicate / (most - 1.0) - 0.5);
      case ORDER -> sign * size;
      case RAMP -> sign * (ramp(replicate) - ramp(replicate + 0.5));
    };
  }

  private double ramp(double replicate) {
    return scenario.trendSize() * Math.exp(-replicate / (TIME_CONSTANT * most));
  }

  /** Whether one pair, all of A before all of B, satisfies every threshold. */
  private boolean naive(Random random, List<RowSeries> series) {
    double rampOfA = 0;
    if (scenario.trend() == Scenario.Trend.RAMP) {
      for (int i = 0; i < most; i++) {
        rampOfA += (2.0 * i < most ? 1 : -1) * ramp(i) / (most / 2.0);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      double margin = RowSeries.margin(rows.get(i));
      double difference =
          scenario.trend() == Scenario.Trend.RAMP
              ? margin * (rampOfA + scenario.spread() * random.nextGaussian())
              : series.get(i).differences()[0];
      if (Math.abs(difference) > margin) {
        return false;
      }
    }
    return true;
  }

  /** Counts of experiments. */
  public static final class Tally {
    private int experiments;
    private final int[] decided = new int[Decision.Outcome.values().length];
    private final int[] verdicts = new int[Decision.Outcome.values().length];
    private int withheld;
    private int covered;
    private int naiveSatisfied;

    private void count(Decision.Outcome outcome, boolean withholds, boolean covers, boolean naive) {
      experiments++;
      decided[outcome.ordinal()]++;
      withheld += withholds ? 1 : 0;
      if (!withholds) {
        verdicts[outcome.ordinal()]++;
      }
      covered += covers ? 1 : 0;
      naiveSatisfied += naive ? 1 : 0;
    }

    public int experiments() {
      return experiments;
    }

    /** By the differences alone, before the audits. */
    public int decided(Decision.Outcome outcome) {
      return decided[outcome.ordinal()];
    }

    /** Verdicts with this word: those withheld have none. */
    public int verdicts(Decision.Outcome outcome) {
      return verdicts[outcome.ordinal()];
    }

    /** By order, drift, or looks that exclude each other. */
    public int withheld() {
      return withheld;
    }

    /** The shown interval of the first row, at the stop, covers the truth. */
    public int covered() {
      return covered;
    }

    /** All thresholds of the published rule satisfied, by the published design. */
    public int naiveSatisfied() {
      return naiveSatisfied;
    }
  }
}
