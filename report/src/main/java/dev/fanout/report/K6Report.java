package dev.fanout.report;

import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.NaiveJudgement;
import dev.fanout.verdict.k6.K6Judgement;
import java.util.List;
import java.util.Locale;

/** What two k6 summaries come out as, one page of text. */
public final class K6Report {
  private static final int COLUMNS = 100;

  private K6Report() {}

  /** Lines end in {@code \n}. */
  public static String render(K6Judgement judgement) {
    StringBuilder out = new StringBuilder("\n");
    wrapped(out, "  ", judgement.headline());
    out.append("\n  The published benchmark's own rule, on this pair (A − B)\n");
    for (NaiveJudgement.Check check : judgement.naive().checks()) {
      out.append(
          String.format(
              Locale.ROOT,
              "    %-16s %14s   %-14s %s%n",
              check.what(),
              check.difference(),
              check.threshold(),
              check.satisfied() ? "satisfied" : "VIOLATED"));
    }
    wrapped(
        out,
        "    ",
        judgement.naive().allSatisfied()
            ? "All thresholds are satisfied by the point estimates of one pair: no verdict."
            : "Not all thresholds are satisfied, whatever the report beside the files says.");
    listed(out, "What the figures show", judgement.findings());
    listed(out, "Not in the summaries", judgement.absent());
    listed(
        out,
        "Audits that cannot be done",
        judgement.audits().stream().map(K6Report::audit).toList());
    out.append('\n');
    wrapped(
        out,
        "  ",
        "A verdict takes replicates: 'fanout bench' measures at least 6, in balanced order.");
    return out.toString().replace("\r\n", "\n");
  }

  private static String audit(AuditResult audit) {
    return audit.audit().title() + ": " + audit.finding();
  }

  private static void listed(StringBuilder out, String title, List<String> items) {
    out.append("\n  ").append(title).append('\n');
    for (String item : items) {
      StringBuilder text = new StringBuilder();
      wrapped(text, "      ", item);
      out.append("    · ").append(text.toString().stripLeading());
    }
  }

  private static void wrapped(StringBuilder out, String indent, String text) {
    int length = 0;
    for (String word : Escape.terminal(text).split(" ")) {
      if (length > 0 && length + 1 + word.length() > COLUMNS) {
        out.append('\n');
        length = 0;
      }
      String lead = length == 0 ? indent : " ";
      out.append(lead).append(word);
      length += lead.length() + word.length();
    }
    out.append('\n');
  }
}
