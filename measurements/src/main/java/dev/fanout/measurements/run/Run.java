package dev.fanout.measurements.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The content of {@code run.json}. Grows by the {@code with…} methods, which copy.
 *
 * @param schemaVersion of the file; {@value #SCHEMA_VERSION} when written today
 * @param variants A, then B
 * @param replicates in the order in which they ran, void ones included
 * @param notes one line for each thing that went otherwise than planned and voids nothing
 * @param end empty while the run goes on, and for ever when it was killed
 */
public record Run(
    int schemaVersion,
    Manifest manifest,
    Scope scope,
    RunPlan plan,
    List<Variant> variants,
    EstateSummary estate,
    Optional<UpstreamEquality> upstreamEquality,
    Optional<SmokeTest> smokeTest,
    Optional<CapacitySearch> capacity,
    Optional<GatewayOverhead> overhead,
    List<Replicate> replicates,
    List<String> notes,
    Optional<RunEnd> end) {
  /** What this version of the product writes. */
  public static final int SCHEMA_VERSION = 1;

  public Run {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(plan, "plan");
    variants = List.copyOf(variants);
    Objects.requireNonNull(estate, "estate");
    Objects.requireNonNull(upstreamEquality, "upstreamEquality");
    Objects.requireNonNull(smokeTest, "smokeTest");
    Objects.requireNonNull(capacity, "capacity");
    Objects.requireNonNull(overhead, "overhead");
    replicates = List.copyOf(replicates);
    notes = List.copyOf(notes);
    Objects.requireNonNull(end, "end");
    if (variants.size() != 2
        || variants.get(0).label() != VariantLabel.A
        || variants.get(1).label() != VariantLabel.B) {
      throw new IllegalArgumentException("variants are not A, then B");
    }
    for (Replicate replicate : replicates) {
      if (replicate.slot() >= plan.slots().size()) {
        throw new IllegalArgumentException(
            "a replicate names slot " + replicate.slot() + " of " + plan.slots().size());
      }
      for (Trial trial : replicate.trials()) {
        if (trial.stage() >= plan.stages().size()) {
          throw new IllegalArgumentException(
              "a trial names stage " + trial.stage() + " of " + plan.stages().size());
        }
      }
    }
  }

  /** A run before its first trial. */
  public static Run planned(
      Manifest manifest, Scope scope, RunPlan plan, List<Variant> variants, EstateSummary estate) {
    return new Run(
        SCHEMA_VERSION,
        manifest,
        scope,
        plan,
        variants,
        estate,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  public Variant variant(VariantLabel label) {
    return variants.get(label.ordinal());
  }

  public Run withPlan(RunPlan other) {
    return edit(draft -> draft.plan = other);
  }

  public Run withEstate(EstateSummary other) {
    return edit(draft -> draft.estate = other);
  }

  public Run withUpstreamEquality(UpstreamEquality found) {
    return edit(draft -> draft.upstreamEquality = Optional.of(found));
  }

  public Run withSmokeTest(SmokeTest found) {
    return edit(draft -> draft.smokeTest = Optional.of(found));
  }

  /** Also writes the rates into the plan's stages. */
  public Run withCapacity(CapacitySearch found) {
    return edit(
        draft -> {
          draft.capacity = Optional.of(found);
          draft.plan = plan.atCapacity(found.ratePerSecond());
        });
  }

  public Run withOverhead(GatewayOverhead found) {
    return edit(draft -> draft.overhead = Optional.of(found));
  }

  public Run withReplicate(Replicate next) {
    return edit(draft -> draft.replicates.add(next));
  }

  public Run withNote(String note) {
    return edit(draft -> draft.notes.add(note));
  }

  public Run withEnd(RunEnd how) {
    return edit(draft -> draft.end = Optional.of(how));
  }

  private Run edit(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new Run(
        schemaVersion,
        manifest,
        scope,
        draft.plan,
        variants,
        draft.estate,
        draft.upstreamEquality,
        draft.smokeTest,
        draft.capacity,
        draft.overhead,
        draft.replicates,
        draft.notes,
        draft.end);
  }

  /** The components that grow while a run goes on. */
  private static final class Draft {
    RunPlan plan;
    EstateSummary estate;
    Optional<UpstreamEquality> upstreamEquality;
    Optional<SmokeTest> smokeTest;
    Optional<CapacitySearch> capacity;
    Optional<GatewayOverhead> overhead;
    final List<Replicate> replicates;
    final List<String> notes;
    Optional<RunEnd> end;

    Draft(Run run) {
      plan = run.plan;
      estate = run.estate;
      upstreamEquality = run.upstreamEquality;
      smokeTest = run.smokeTest;
      capacity = run.capacity;
      overhead = run.overhead;
      replicates = new ArrayList<>(run.replicates);
      notes = new ArrayList<>(run.notes);
      end = run.end;
    }
  }
}
