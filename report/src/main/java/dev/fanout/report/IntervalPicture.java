package dev.fanout.report;

import dev.fanout.verdict.Interval;
import dev.fanout.verdict.RowSeries;
import dev.fanout.verdict.RowVerdict;
import java.util.Locale;

/**
 * A row as a picture: the margins as a band, zero as a line, the interval as a bar with its mean,
 * and a dot for each replicate's own difference. Inline SVG; colours come from the page's style
 * sheet.
 */
final class IntervalPicture {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 40;
  private static final double SHOWN_MARGINS = 2;

  private IntervalPicture() {}

  /**
   * @param spoken what a screen reader says instead
   */
  static String svg(RowVerdict row, String spoken) {
    double margin = RowSeries.margin(row.row());
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"interval\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            WIDTH,
            HEIGHT,
            Escape.markup(spoken)));
    svg.append("<title>").append(Escape.markup(spoken)).append("</title>");
    rect(svg, "band", -1, 1, 2, HEIGHT - 4);
    line(svg, "zero", 0);
    line(svg, "limit", -1);
    line(svg, "limit", 1);
    for (double difference : row.differences()) {
      if (Double.isFinite(difference)) {
        circle(svg, "dot", difference / margin, HEIGHT - 7, 2);
      }
    }
    row.look()
        .interval()
        .filter(interval -> !interval.empty())
        .ifPresent(interval -> bar(svg, interval, row, margin));
    return svg.append("</svg>").toString();
  }

  private static void bar(StringBuilder svg, Interval interval, RowVerdict row, double margin) {
    double low = interval.low() / margin;
    double high = interval.high() / margin;
    rect(svg, "bar", low, high, 11, 8);
    row.look().sample().mean().ifPresent(mean -> circle(svg, "mean", mean / margin, 15, 5));
    arrow(svg, low < -SHOWN_MARGINS, 1, 9);
    arrow(svg, high > SHOWN_MARGINS, WIDTH - 1, WIDTH - 9);
  }

  private static void arrow(StringBuilder svg, boolean beyond, int tip, int back) {
    if (beyond) {
      svg.append(
          String.format(Locale.ROOT, "<path class=\"arrow\" d=\"M%d 15L%d 8V22Z\"/>", tip, back));
    }
  }

  private static void rect(
      StringBuilder svg, String style, double from, double to, int top, int height) {
    double x = x(from);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
            style,
            x,
            top,
            Math.max(1, x(to) - x),
            height));
  }

  private static void line(StringBuilder svg, String style, double at) {
    svg.append(
        String.format(
            Locale.ROOT, "<path class=\"%s\" d=\"M%.1f 2V%d\"/>", style, x(at), HEIGHT - 2));
  }

  private static void circle(StringBuilder svg, String style, double at, int y, int radius) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"%d\"/>",
            style,
            x(at),
            y,
            radius));
  }

  private static double x(double margins) {
    double clipped = Math.max(-SHOWN_MARGINS, Math.min(SHOWN_MARGINS, margins));
    return (clipped + SHOWN_MARGINS) / (2 * SHOWN_MARGINS) * WIDTH;
  }
}
