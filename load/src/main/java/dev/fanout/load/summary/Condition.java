package dev.fanout.load.summary;

import dev.fanout.diagnostics.IssueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What must not be true of a trial: {@code p95 > 20ms}, {@code errors > 1%}, {@code B/100-vus:
 * throughput < 500/s}.
 *
 * @param text as it was written
 * @param target only trials of it; empty: of all
 * @param stage only trials of it; empty: of all
 * @param limit nanoseconds for a time, 0 to 1 for a share, per second for a throughput, else a
 *     count
 */
public record Condition(
    String text,
    Optional<String> target,
    Optional<String> stage,
    Metric metric,
    Comparison comparison,
    double limit) {
  public Condition {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(comparison, "comparison");
  }

  /** Which way it fails. */
  public enum Comparison {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    boolean holds(double value, double limit) {
      return switch (this) {
        case ABOVE -> value > limit;
        case AT_LEAST -> value >= limit;
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
      };
    }
  }

  /** What a trial said to it. */
  public enum State {
    PASSED,
    FAILED,
    NOT_ENOUGH_DATA
  }

  /**
   * @param sentence the value, the limit and where
   */
  public record Outcome(Condition condition, String trial, State state, String sentence) {}

  /**
   * @throws IssueException that points into the text, with what could stand there
   */
  public static Condition parse(String text) {
    return new ConditionParser(text).parse();
  }

  /** All conditions on all trials that they concern, in order. */
  public static List<Outcome> check(List<Condition> conditions, LoadSummary summary) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Condition condition : conditions) {
      summary.trials().stream()
          .filter(condition::concerns)
          .forEach(trial -> outcomes.add(condition.check(trial)));
    }
    return outcomes;
  }

  public boolean concerns(TrialSummary trial) {
    return target.map(trial.target()::equals).orElse(true)
        && stage.map(trial.stage()::equals).orElse(true);
  }

  public Outcome check(TrialSummary trial) {
    String where = trial.target() + "/" + trial.stage();
    OptionalDouble value = metric.of(trial);
    if (value.isEmpty()) {
      return new Outcome(
          this,
          where,
          State.NOT_ENOUGH_DATA,
          where + ": not enough data for " + metric.name() + " (" + metric.need() + ")");
    }
    boolean failed = comparison.holds(value.getAsDouble(), limit);
    return new Outcome(
        this,
        where,
        failed ? State.FAILED : State.PASSED,
        String.format(
            Locale.ROOT,
            "%s: %s is %s, %s %s",
            where,
            metric.name(),
            metric.show(value.getAsDouble()),
            failed ? comparison.sign() : "and may not be " + comparison.sign(),
            metric.show(limit)));
  }
}
