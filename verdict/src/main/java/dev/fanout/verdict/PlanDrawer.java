package dev.fanout.verdict;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws the order of everything from the random seed, before the run. Replicates come in segments
 * that end at a look. In each segment, for each stage, exactly half of the replicates run A first;
 * likewise half warm A first, and half open A's port first; the stages come in random order. The
 * same seed gives the same table on every JDK.
 */
public final class PlanDrawer {
  private PlanDrawer() {}

  /**
   * A balanced plan.
   *
   * @param looks each an even number of replicates after the one before
   */
  public static RunPlan draw(
      String name,
      String protocol,
      Design design,
      List<Look> looks,
      List<Row> rows,
      List<Stage> stages,
      long randomSeed) {
    Random random = new Random(randomSeed);
    List<Slot> slots = new ArrayList<>();
    for (Look look : looks) {
      int length = look.replicates() - slots.size();
      if (length % 2 != 0) {
        throw new IllegalArgumentException(
            "the segment that ends at look "
                + look.replicates()
                + " has "
                + length
                + " replicates; half of them run A first, so it needs an even number");
      }
      slots.addAll(segment(slots.size(), length, stages.size(), random));
    }
    return new RunPlan(name, protocol, design, looks, rows, stages, randomSeed, slots);
  }

  /**
   * What the published benchmark did: one pair, all of A first, stages in their order. Its looks
   * are those of the quick plan, which one pair never reaches.
   */
  public static RunPlan published(List<Row> rows, List<Stage> stages, long randomSeed) {
    List<Slot.StageOrder> order =
        stages.stream().map(s -> new Slot.StageOrder(s.index(), VariantLabel.A)).toList();
    Slot slot =
        new Slot(0, new Random(randomSeed).nextLong(), VariantLabel.A, VariantLabel.A, order);
    return new RunPlan(
        "published",
        "published",
        Design.SEQUENTIAL,
        PlanLength.QUICK.looks(),
        rows,
        stages,
        randomSeed,
        List.of(slot));
  }

  private static List<Slot> segment(int start, int length, int stages, Random random) {
    VariantLabel[] warmUp = half(length, random);
    VariantLabel[] ports = half(length, random);
    VariantLabel[][] first = new VariantLabel[stages][];
    for (int stage = 0; stage < stages; stage++) {
      first[stage] = half(length, random);
    }
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      List<Slot.StageOrder> order = new ArrayList<>();
      for (int stage : shuffled(stages, random)) {
        order.add(new Slot.StageOrder(stage, first[stage][i]));
      }
      slots.add(new Slot(start + i, random.nextLong(), warmUp[i], ports[i], order));
    }
    return slots;
  }

  private static VariantLabel[] half(int length, Random random) {
    VariantLabel[] labels = new VariantLabel[length];
    int[] places = shuffled(length, random);
    for (int i = 0; i < length; i++) {
      labels[places[i]] = i < length / 2 ? VariantLabel.A : VariantLabel.B;
    }
    return labels;
  }

  /** Fisher and Yates, written out: the library's shuffle is free to change. */
  private static int[] shuffled(int length, Random random) {
    int[] values = new int[length];
    Arrays.setAll(values, i -> i);
    for (int i = length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
    return values;
  }
}
