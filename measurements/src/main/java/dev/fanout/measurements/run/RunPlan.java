package dev.fanout.measurements.run;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything that is decided before the first trial. Judging with anything else is exploratory.
 *
 * @param name {@code quick}, {@code default}, {@code full}, {@code published} or {@code custom}
 * @param protocol {@code standard}, or {@code published} for the published benchmark's stages
 * @param looks in rising order; their alphas sum to 0.05 at most
 * @param rows at least one; ids are unique
 * @param stages index i stands at place i
 * @param randomSeed everything random in the run is drawn from it
 * @param slots at most as many as the last look; slot i stands at place i
 */
public record RunPlan(
    String name,
    String protocol,
    Design design,
    List<Look> looks,
    List<Row> rows,
    List<Stage> stages,
    long randomSeed,
    List<Slot> slots) {
  /** What all looks together may spend. */
  public static final double ALPHA = 0.05;

  private static final double SURPLUS = 1.15;

  public RunPlan {
    Checks.text("name", name);
    Checks.text("protocol", protocol);
    Objects.requireNonNull(design, "design");
    looks = List.copyOf(looks);
    rows = List.copyOf(rows);
    stages = List.copyOf(stages);
    slots = List.copyOf(slots);
    checkLooks(looks);
    checkRows(rows, stages.size());
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).index() != i) {
        throw new IllegalArgumentException("stage at place " + i + " has another index");
      }
    }
    int last = looks.get(looks.size() - 1).replicates();
    if (slots.isEmpty() || slots.size() > last) {
      throw new IllegalArgumentException(
          slots.size() + " slots are not in 1.." + last + ", the last look");
    }
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.index() != i || slot.stages().size() != stages.size()) {
        throw new IllegalArgumentException("slot at place " + i + " does not fit the plan");
      }
    }
  }

  public Stage topStage() {
    return stages.get(stages.size() - 1);
  }

  /**
   * The plan with the rates that the capacity search found. Where a rate is too low for the
   * requests that a stage's rows need, the stage's window grows: a trial has the minimum and 1.15
   * times as many on average, so that Poisson arrivals do not fall short by chance.
   */
  public RunPlan atCapacity(double capacityPerSecond) {
    return withStages(stage -> stage.atCapacity(capacityPerSecond)).withEnoughRequests();
  }

  /** The plan with windows in which its known rates reach what its rows need. */
  public RunPlan withEnoughRequests() {
    return withStages(stage -> stage.withRequests(SURPLUS * minimumRequests(stage.index())));
  }

  private RunPlan withStages(UnaryOperator<Stage> change) {
    return new RunPlan(
        name,
        protocol,
        design,
        looks,
        rows,
        stages.stream().map(change).toList(),
        randomSeed,
        slots);
  }

  /** What a trial of the stage needs, so that each of its rows has a value. */
  public long minimumRequests(int stage) {
    return rows.stream()
        .filter(row -> row.stage().isPresent() && row.stage().getAsInt() == stage)
        .mapToLong(row -> row.metric().minimumRequests())
        .max()
        .orElse(1);
  }

  public RunPlan withRows(List<Row> others) {
    return new RunPlan(name, protocol, design, looks, others, stages, randomSeed, slots);
  }

  private static void checkLooks(List<Look> looks) {
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("a plan without a look");
    }
    double sum = 0;
    int before = 0;
    for (Look look : looks) {
      if (look.replicates() <= before) {
        throw new IllegalArgumentException("looks do not rise: " + looks);
      }
      before = look.replicates();
      sum += look.alpha();
    }
    if (sum > ALPHA + 1e-9) {
      throw new IllegalArgumentException("looks spend " + sum + ", more than " + ALPHA);
    }
  }

  private static void checkRows(List<Row> rows, int stages) {
    if (rows.isEmpty() || stages == 0) {
      throw new IllegalArgumentException("a plan needs a row and a stage");
    }
    Set<String> ids = new HashSet<>();
    for (Row row : rows) {
      if (!ids.add(row.id())) {
        throw new IllegalArgumentException("two rows are called " + row.id());
      }
      if (row.stage().isPresent() && row.stage().getAsInt() >= stages) {
        throw new IllegalArgumentException("row " + row.id() + " names a stage beyond the last");
      }
    }
  }
}
