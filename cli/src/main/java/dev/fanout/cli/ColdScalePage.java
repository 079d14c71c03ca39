package dev.fanout.cli;

import dev.fanout.experiment.ColdScaleDemo;
import dev.fanout.experiment.ColdScaleDemo.Sequential;
import dev.fanout.experiment.ColdScaleDemo.Side;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.Wording;
import java.util.Locale;
import java.util.Optional;

/** The page that {@code fanout demo cold-scale} ends with. */
final class ColdScalePage {
  private ColdScalePage() {}

  static String render(ColdScaleDemo.Result result, Optional<Verdict> ours) {
    StringBuilder out = new StringBuilder();
    line(out, "");
    line(out, "  A backend that scales out, and two ways to compare topologies over it");
    line(out, "");
    line(
        out,
        "  The backend begins with one instance that works on %d requests at a time; when requests",
        ColdScaleDemo.SCALING.concurrency());
    line(
        out,
        "  have waited for %d s, one more answers, up to %d. (Azure Flex Consumption does the same in a",
        ColdScaleDemo.SCALING.scaleAfter().toSeconds(),
        ColdScaleDemo.SCALING.instances());
    line(
        out,
        "  minute or two.) It is cold before each of the runs below. A and B send it the same.");
    line(out, "");
    line(
        out,
        "  1. As published: all of one variant, then all of the other, once; %d virtual users, %d s each",
        ColdScaleDemo.VIRTUAL_USERS,
        ColdScaleDemo.STAGE.toSeconds());
    line(out, "");
    line(out, "     %-22s %12s %10s %10s   %s", "", "throughput", "p50", "p95", "instances");
    sequential(out, result.aFirst());
    sequential(out, result.bFirst());
    conclusion(out, result);
    ours.ifPresent(verdict -> ours(out, verdict));
    return out.toString();
  }

  private static void sequential(StringBuilder out, Sequential run) {
    side(out, run.first().variant() + " ran first:  " + run.first().variant(), run.first());
    side(out, "              " + run.second().variant(), run.second());
    line(
        out,
        "     → %s looks slower: %.2f × the throughput, %.1f × the p95",
        run.first().variant(),
        run.throughputRatio(),
        run.p95Ratio());
    line(out, "");
  }

  private static void side(StringBuilder out, String name, Side side) {
    line(
        out,
        "     %-22s %,9.0f /s %7.1f ms %7.1f ms   %d → %d",
        name,
        side.throughputPerSecond(),
        side.p50Nanos() / 1e6,
        side.p95Nanos() / 1e6,
        side.instancesBefore(),
        side.instancesAfter());
  }

  private static void conclusion(StringBuilder out, ColdScaleDemo.Result result) {
    if (result.aFirst().fooled() && result.bFirst().fooled()) {
      line(
          out,
          "     Both cannot be true: whoever ran first paid for the scale-out. One pair of runs");
      line(out, "     cannot tell order from topology, and nothing in its figures says so.");
    } else {
      line(
          out,
          "     This time the backend had grown too soon, or the machine was too busy, for the");
      line(out, "     trap to show in both orders.");
    }
    line(out, "");
  }

  private static void ours(StringBuilder out, Verdict verdict) {
    line(
        out,
        "  2. Ours: the gate holds the first trial back until the backend has stopped growing, then");
    line(
        out,
        "     replicates with A and B in turns, in balanced order; %,.0f per s",
        ColdScaleDemo.RATE_PER_SECOND);
    line(out, "");
    line(out, "     %-16s %16s   %-28s %-14s %s", "", "A − B", "interval", "margin", "");
    for (RowVerdict row : verdict.rows()) {
      line(
          out,
          "     %-16s %16s   %-28s %-14s %s",
          row.name(),
          row.look().sample().mean().isPresent()
              ? Wording.difference(row.row(), row.look().sample().mean().getAsDouble())
                  + " "
                  + Wording.differenceUnit(row.row())
              : "–",
          row.look()
              .interval()
              .map(interval -> Wording.interval(row.row(), interval))
              .orElse("not enough data"),
          Wording.margin(row.row()),
          verdict.withheld() ? "withheld" : row.state().text());
    }
    line(out, "");
    verdict.run().notes().stream()
        .filter(note -> note.startsWith("the backend"))
        .forEach(note -> line(out, "     %s", note));
    verdict.audits().stream()
        .filter(audit -> audit.audit() == dev.fanout.verdict.Audit.SAME_BACKEND)
        .forEach(audit -> line(out, "     same backend: %s", audit.finding()));
    line(out, "     %s", verdict.headline());
    line(out, "");
  }

  private static void line(StringBuilder out, String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values).stripTrailing()).append('\n');
  }
}
