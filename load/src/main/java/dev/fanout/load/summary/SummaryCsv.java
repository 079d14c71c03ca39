package dev.fanout.load.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.AbstractHistogram;

/**
 * {@code summary.csv}: a line for each trial, and one for each API of it. RFC 4180 but for line
 * ends; times in milliseconds; a cell without a value is empty.
 */
final class SummaryCsv {
  private static final String HEADING =
      "target,stage,api,seconds,requests,passed,failed,unstarted,passed_per_s,"
          + "mean_ms,p50_ms,p90_ms,p95_ms,p99_ms,max_ms\n";

  private SummaryCsv() {}

  static String render(LoadSummary summary) {
    StringBuilder out = new StringBuilder(HEADING);
    for (TrialSummary trial : summary.trials()) {
      long failed = trial.failed() + trial.unfinished();
      line(
          out,
          trial,
          "",
          trial.requests(),
          trial.passed(),
          failed,
          String.valueOf(trial.unstarted()),
          trial.latency());
      for (ApiSummary api : trial.apis()) {
        line(out, trial, api.api(), api.requests(), api.passed(), api.failed(), "", api.latency());
      }
    }
    return out.toString();
  }

  private static void line(
      StringBuilder out,
      TrialSummary trial,
      String api,
      long requests,
      long passed,
      long failed,
      String unstarted,
      AbstractHistogram histogram) {
    double seconds = trial.windowSeconds();
    List<String> cells = new ArrayList<>();
    cells.add(quoted(trial.target()));
    cells.add(quoted(trial.stage()));
    cells.add(quoted(api));
    cells.add(number(seconds));
    cells.add(String.valueOf(requests));
    cells.add(String.valueOf(passed));
    cells.add(String.valueOf(failed));
    cells.add(unstarted);
    cells.add(seconds == 0 ? "" : number(passed / seconds));
    boolean empty = histogram.getTotalCount() == 0;
    cells.add(empty ? "" : number(histogram.getMean() / 1e6));
    for (double percent : new double[] {50, 90, 95, 99}) {
      cells.add(empty ? "" : number(histogram.getValueAtPercentile(percent) / 1e6));
    }
    cells.add(empty ? "" : number(histogram.getMaxValue() / 1e6));
    out.append(String.join(",", cells)).append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9 ._/{}-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
