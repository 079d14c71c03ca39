package dev.fanout.report;

import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.RowState;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict for somebody who has one sentence of time; the scope is part of it. */
final class PlainSentence {
  private PlainSentence() {}

  static String of(Verdict verdict) {
    String where = where(verdict.run());
    String both = named(verdict, VariantLabel.A) + " and " + named(verdict, VariantLabel.B);
    return switch (verdict.word()) {
      case EQUIVALENT ->
          where
              + ", "
              + both
              + " perform alike: none of the "
              + verdict.rows().size()
              + " figures compared differs by as much as the margin "
              + (verdict.exploratory()
                  ? "that was chosen afterwards."
                  : "that was set beforehand.");
      case DIFFERENT ->
          where + ", " + both + " do not perform alike: " + differences(verdict) + ".";
      case INCONCLUSIVE ->
          where
              + ", the measurement could not tell whether "
              + both
              + " perform alike: "
              + open(verdict)
              + ".";
      case NOT_ENOUGH_DATA ->
          where + ", too little was measured to say whether " + both + " perform alike.";
      case WITHHELD ->
          where
              + ", nothing is said about "
              + both
              + ", since the measurement itself was not sound: "
              + reason(verdict)
              + ".";
    };
  }

  private static String where(Run run) {
    String place =
        run.scope() instanceof Scope.LocalModel
            ? "In the local model, which runs on one machine and says nothing about API"
                + " Management's own cost"
            : "As " + run.scope().sentence();
    return place + (run.estate().partial() ? ", and for a part of the estate's policies only" : "");
  }

  private static String named(Verdict verdict, VariantLabel label) {
    return verdict.run().variant(label).topology() + " (" + label + ")";
  }

  private static String differences(Verdict verdict) {
    List<RowVerdict> rows =
        verdict.rows().stream().filter(row -> row.state() == RowState.DIFFERENT).toList();
    return rows.stream()
            .limit(2)
            .map(
                row ->
                    row.name()
                        + " is higher with "
                        + named(verdict, row.look().sign() > 0 ? VariantLabel.A : VariantLabel.B)
                        + " by more than "
                        + Wording.margin(row.row()).replace("± ", ""))
            .collect(Collectors.joining("; "))
        + (rows.size() > 2 ? "; and " + (rows.size() - 2) + " more" : "");
  }

  private static String open(Verdict verdict) {
    List<String> open =
        verdict.rows().stream()
            .filter(row -> row.state() != RowState.EQUIVALENT)
            .map(RowVerdict::name)
            .toList();
    return open.isEmpty()
        ? "every margin is wider than what the gateway itself adds"
        : String.join(", ", open) + " stayed open";
  }

  private static String reason(Verdict verdict) {
    return verdict.audits().stream()
        .filter(AuditResult::failed)
        .findFirst()
        .or(
            () ->
                verdict.audits().stream()
                    .filter(audit -> audit.state() == AuditResult.State.NOT_DONE)
                    .findFirst())
        .map(AuditResult::finding)
        .orElse("an audit failed");
  }
}
