package dev.fanout.report.live;

import java.util.Locale;
import java.util.OptionalLong;

/** Figures as short texts of a known width. */
final class LiveFormat {
  private static final String NONE = "–";

  private LiveFormat() {}

  /** For a line of a log. */
  static String sentence(Figures figures) {
    return String.format(
        Locale.ROOT,
        "%s: %s/s, p50 %s, p95 %s, p99 %s, errors %,d%s",
        figures.label(),
        rate(figures.passedPerSecond()),
        time(figures.p50Nanos()),
        time(figures.p95Nanos()),
        time(figures.p99Nanos()),
        figures.errors(),
        figures.inFlight().isPresent()
            ? String.format(Locale.ROOT, ", in flight %.0f", figures.inFlight().getAsDouble())
            : "");
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%,.0f", perSecond);
  }

  /** Three significant digits and a unit. */
  static String time(OptionalLong nanos) {
    if (nanos.isEmpty()) {
      return NONE;
    }
    double value = nanos.getAsLong();
    if (value < 1e6) {
      return String.format(Locale.ROOT, "%.0f µs", value / 1e3);
    }
    if (value < 1e9) {
      double millis = value / 1e6;
      return String.format(
          Locale.ROOT, millis < 10 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }
    return String.format(Locale.ROOT, "%.2f s", value / 1e9);
  }

  static String clock(long seconds) {
    return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
  }

  /** To a width, at the right or at the left. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
