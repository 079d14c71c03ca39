package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.VariantLabel;
import java.util.List;
import java.util.stream.Collectors;

/** The sentence that people read first. */
final class Headline {
  private Headline() {}

  static String scopedWord(VerdictWord word, Run run, boolean exploratory) {
    return (exploratory ? "exploratory: " : "")
        + word.text()
        + ", "
        + run.scope().sentence()
        + (run.estate().partial() ? ", partial estate" : "");
  }

  static boolean environmentFailed(Run run) {
    return run.end().filter(end -> end.reason() == RunEnd.Reason.ENVIRONMENT_FAILURE).isPresent();
  }

  static String sentence(
      VerdictWord word,
      Run run,
      boolean exploratory,
      int replicates,
      List<RowVerdict> rows,
      List<AuditResult> audits) {
    String rest =
        switch (word) {
          case EQUIVALENT -> equivalent(run, replicates, rows);
          case DIFFERENT -> different(run, rows);
          case INCONCLUSIVE -> inconclusive(run, replicates, rows);
          case NOT_ENOUGH_DATA -> notEnoughData(run, replicates);
          case WITHHELD -> withheld(run, audits);
        };
    return scopedWord(word, run, exploratory) + ": " + rest + ".";
  }

  static String both(Run run) {
    return named(run, VariantLabel.A) + " and " + named(run, VariantLabel.B);
  }

  private static String named(Run run, VariantLabel label) {
    return run.variant(label).topology() + " (" + label + ")";
  }

  private static String equivalent(Run run, int replicates, List<RowVerdict> rows) {
    return both(run)
        + " lie within every margin: "
        + Wording.count(rows.size(), "row")
        + ", "
        + Wording.count(replicates, "replicate");
  }

  private static String different(Run run, List<RowVerdict> rows) {
    return rows.stream()
        .filter(row -> row.state() == RowState.DIFFERENT)
        .map(row -> difference(run, row))
        .collect(Collectors.joining("; "));
  }

  private static String difference(Run run, RowVerdict row) {
    VariantLabel higher = row.look().sign() > 0 ? VariantLabel.A : VariantLabel.B;
    double mean = row.look().sample().mean().orElseThrow();
    double size =
        row.row().metric().scale() == Metric.Scale.RATIO && higher == VariantLabel.B
            ? -mean
            : Math.abs(mean);
    String amount =
        Wording.difference(row.row(), size).replace("+", "")
            + " "
            + Wording.differenceUnit(row.row());
    return row.name()
        + " is "
        + amount
        + " higher with "
        + named(run, higher)
        + " than with "
        + named(run, higher.other())
        + ", beyond "
        + Wording.margin(row.row());
  }

  private static String inconclusive(Run run, int replicates, List<RowVerdict> rows) {
    List<RowVerdict> open =
        rows.stream().filter(row -> row.state() != RowState.EQUIVALENT).toList();
    String names = open.stream().map(RowVerdict::name).collect(Collectors.joining(", "));
    String tail =
        open.isEmpty()
            ? "every margin is coarse"
            : open.size()
                + " of "
                + Wording.count(rows.size(), "row")
                + " still open ("
                + names
                + ")";
    return both(run) + ", after " + Wording.count(replicates, "replicate") + ": " + tail;
  }

  private static String notEnoughData(Run run, int replicates) {
    int first = run.plan().looks().get(0).replicates();
    return both(run)
        + ": "
        + Wording.count(replicates, "replicate")
        + " of the "
        + first
        + " that the first look needs, so no interval";
  }

  private static String withheld(Run run, List<AuditResult> audits) {
    List<AuditResult> failed = audits.stream().filter(AuditResult::failed).toList();
    List<AuditResult> why =
        failed.isEmpty()
            ? audits.stream().filter(a -> a.state() == AuditResult.State.NOT_DONE).toList()
            : failed;
    String others =
        why.stream().skip(1).map(a -> a.audit().title()).collect(Collectors.joining(", "));
    return why.get(0).audit().title()
        + ": "
        + why.get(0).finding()
        + (others.isEmpty() ? "" : "; also " + others)
        + "; "
        + both(run)
        + " are not judged";
  }
}
