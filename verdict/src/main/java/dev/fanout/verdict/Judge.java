package dev.fanout.verdict;

import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Slot;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Judges a run by the plan that was drawn before it (methodology, parts 4 and 5), and tells a
 * running experiment when to stop. Pure: the same records give the same verdict.
 */
public final class Judge {
  /** Void replicates that a run may repeat. */
  public static final int REPEATS = 2;

  private Judge() {}

  /** By the plan in the run itself. */
  public static Verdict judge(Run run) {
    return judge(run, false);
  }

  /** With other rows or margins: exploratory, unless they are the plan's own. */
  public static Verdict judge(Run run, List<Row> rows) {
    return rows.equals(run.plan().rows())
        ? judge(run, false)
        : judge(run.withPlan(run.plan().withRows(rows)), true);
  }

  /** How many void replicates the run may still repeat. */
  public static int repeatsLeft(Run run) {
    return Math.max(0, REPEATS - ValidReplicates.voided(run).size());
  }

  /**
   * What comes next: a replicate, or the end. A void replicate is repeated at the end of its
   * segment, {@value #REPEATS} times a run at most. A run whose variants are known not to send the
   * same upstream request stops at once, since its verdict would be withheld.
   */
  public static NextStep next(Run run) {
    AuditResult same = EvidenceAudits.sameUpstreamRequest(run);
    if (same.failed()) {
      return new NextStep.Stop(same.finding());
    }
    List<Replicate> valid = ValidReplicates.prefix(run);
    Decision decision = decide(run, valid);
    if (decision.outcome() != Decision.Outcome.UNDECIDED) {
      int n = decision.last().orElseThrow().look().replicates();
      return new NextStep.Stop("decided at the look after " + Wording.count(n, "replicate"));
    }
    List<Replicate> voided = ValidReplicates.voided(run);
    if (voided.size() > REPEATS) {
      String why = voided.get(voided.size() - 1).whyVoid().orElseThrow();
      return new NextStep.Fail(voided.size() + " replicates are void, the last one since " + why);
    }
    return nextInSegment(run, valid.size());
  }

  private static NextStep nextInSegment(Run run, int valid) {
    RunPlan plan = run.plan();
    int end =
        plan.looks().stream().mapToInt(Look::replicates).filter(n -> n > valid).min().orElse(valid);
    List<Slot> segment = plan.slots().subList(valid, Math.min(end, plan.slots().size()));
    for (Slot slot : segment) {
      if (attempts(run, slot) == 0) {
        return new NextStep.RunReplicate(slot, 0);
      }
    }
    for (Slot slot : segment) {
      if (ValidReplicates.of(run, slot.index()).isEmpty()) {
        return new NextStep.RunReplicate(slot, attempts(run, slot));
      }
    }
    return new NextStep.Stop("the plan has no further replicate");
  }

  private static int attempts(Run run, Slot slot) {
    return (int) run.replicates().stream().filter(r -> r.slot() == slot.index()).count();
  }

  private static Verdict judge(Run run, boolean exploratory) {
    RunPlan plan = run.plan();
    List<Replicate> valid = ValidReplicates.prefix(run);
    Decision decision = decide(run, valid);
    int judged =
        decision.outcome() == Decision.Outcome.UNDECIDED
            ? valid.size()
            : decision.last().orElseThrow().look().replicates();
    List<Replicate> used = valid.subList(0, judged);
    VerdictWord decided = word(decision);
    List<RowVerdict> rows = rows(run, used, decision, decided);
    List<AuditResult> audits = audits(run, used, decision);
    VerdictWord word = audited(decided, audits);
    List<String> reasons = reasons(run, rows);
    Optional<NaiveJudgement> naive =
        plan.protocol().equals("published") && !valid.isEmpty()
            ? Optional.of(NaiveJudge.judge(plan, valid.get(0)))
            : Optional.empty();
    return new Verdict(
        word,
        run,
        exploratory,
        Headline.sentence(word, run, exploratory, judged, rows, audits),
        reasons,
        judged,
        ValidReplicates.voided(run).size(),
        decision.looks(),
        rows,
        audits,
        naive);
  }

  private static Decision decide(Run run, List<Replicate> valid) {
    List<Row> rows = run.plan().rows();
    boolean allCoarse =
        rows.stream().anyMatch(row -> row.metric() != Metric.ERRORS)
            && rows.stream()
                .filter(row -> row.metric() != Metric.ERRORS)
                .allMatch(row -> coarse(run, row));
    Boundaries boundaries = Boundaries.of(run.plan().looks(), rows.size());
    return new DecisionProcedure(boundaries, !allCoarse).decide(series(rows, valid), valid.size());
  }

  private static List<RowSeries> series(List<Row> rows, List<Replicate> replicates) {
    return rows.stream().map(row -> PairedValues.series(row, replicates)).toList();
  }

  private static VerdictWord word(Decision decision) {
    return switch (decision.outcome()) {
      case EQUIVALENT -> VerdictWord.EQUIVALENT;
      case DIFFERENT -> VerdictWord.DIFFERENT;
      case INCONCLUSIVE -> VerdictWord.INCONCLUSIVE;
      case UNDECIDED ->
          decision.looks().isEmpty() ? VerdictWord.NOT_ENOUGH_DATA : VerdictWord.INCONCLUSIVE;
    };
  }

  /** A failed audit withholds any word; a missing one withholds the two that claim something. */
  private static VerdictWord audited(VerdictWord decided, List<AuditResult> audits) {
    boolean failed = audits.stream().anyMatch(AuditResult::failed);
    boolean missing = audits.stream().anyMatch(a -> a.state() == AuditResult.State.NOT_DONE);
    boolean claims = decided == VerdictWord.EQUIVALENT || decided == VerdictWord.DIFFERENT;
    return failed || (missing && claims) ? VerdictWord.WITHHELD : decided;
  }

  private static boolean coarse(Run run, Row row) {
    return row.metric().latency()
        && run.overhead().isPresent()
        && row.margin() > run.overhead().get().nanos();
  }

  private static List<RowVerdict> rows(
      Run run, List<Replicate> used, Decision decision, VerdictWord decided) {
    List<Row> planned = run.plan().rows();
    List<RowVerdict> rows = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Row row = planned.get(i);
      RowLook look =
          decision.last().isPresent()
              ? decision.last().get().rows().get(i)
              : withoutLook(run, row, used);
      rows.add(
          new RowVerdict(
              row,
              Wording.name(row, run.plan().stages()),
              look,
              DoubleStream.of(PairedValues.series(row, used).differences()).boxed().toList(),
              PairedValues.typical(row, VariantLabel.A, used),
              PairedValues.typical(row, VariantLabel.B, used),
              coarse(run, row),
              needed(planned.size(), row, look, decided)));
    }
    return rows;
  }

  private static RowLook withoutLook(Run run, Row row, List<Replicate> used) {
    RowSeries series = PairedValues.series(row, used);
    Sample sample =
        series.complete(used.size())
            ? Sample.of(series.differences(), used.size())
            : Sample.of(new double[0], 0);
    int first = run.plan().looks().get(0).replicates();
    return RowLook.notEnough(sample, "n = " + used.size() + " of " + first);
  }

  private static Optional<Needed> needed(int rows, Row row, RowLook look, VerdictWord decided) {
    boolean open = look.state() == RowState.OPEN && !look.contradiction();
    Optional<Double> spread = look.sample().standardDeviation().stream().boxed().findFirst();
    if (decided != VerdictWord.INCONCLUSIVE || !open || spread.isEmpty() || spread.get() == 0) {
      return Optional.empty();
    }
    double margin = RowSeries.margin(row);
    return Optional.of(Needed.of(look.sample().mean().orElseThrow(), spread.get(), margin, rows));
  }

  private static List<AuditResult> audits(Run run, List<Replicate> used, Decision decision) {
    List<String> names =
        run.plan().rows().stream().map(row -> Wording.name(row, run.plan().stages())).toList();
    return List.of(
        EvidenceAudits.sameUpstreamRequest(run),
        EvidenceAudits.rightAnswers(run),
        EvidenceAudits.unconfounded(run),
        SteadyStateAudit.audit(used, decision.looks(), names),
        LoadAudits.headroom(run.plan(), used),
        LoadAudits.littlesLaw(run.plan(), used),
        BackendAudit.audit(run, used),
        EffectAudits.order(run, used),
        EffectAudits.drift(run, used));
  }

  private static List<String> reasons(Run run, List<RowVerdict> rows) {
    List<String> reasons = new ArrayList<>();
    run.end()
        .filter(end -> end.reason() != RunEnd.Reason.FINISHED)
        .ifPresent(end -> reasons.add(ended(end)));
    if (run.end().isEmpty()) {
      reasons.add("The run has no end on record: it still goes on, or it was killed.");
    }
    if (run.estate().partial()) {
      reasons.add(
          "Partial estate: "
              + Wording.count(run.estate().skipped().size(), "policy step")
              + " had no effect in this gateway.");
    }
    List<String> coarse =
        rows.stream()
            .filter(row -> row.coarse() && !row.differences().isEmpty())
            .map(RowVerdict::name)
            .toList();
    if (!coarse.isEmpty()) {
      reasons.add(
          "Coarse, since the margin is above what the gateway itself adds: "
              + String.join(", ", coarse)
              + ".");
    }
    return reasons;
  }

  private static String ended(RunEnd end) {
    String how =
        end.reason() == RunEnd.Reason.INTERRUPTED
            ? "The run was interrupted"
            : "The environment failed";
    return how + (end.detail().isBlank() ? "." : ": " + end.detail() + ".");
  }
}
