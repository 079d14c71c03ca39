package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Wording;

/** All rows as one picture: each interval on the scale of its own margin. */
final class HtmlForest {
  private final HtmlWriter out;
  private final ReportContent content;

  HtmlForest(HtmlWriter out, ReportContent content) {
    this.out = out;
    this.content = content;
  }

  void write() {
    out.raw("<div class=\"forest\" role=\"group\"");
    out.raw(" aria-label=\"Interval of each row against its margin\">\n");
    out.raw("<div class=\"scale\" aria-hidden=\"true\"><div><span>← ");
    out.text(content.topology(VariantLabel.A)).raw(" lower</span><span>");
    out.text(content.topology(VariantLabel.B)).raw(" lower →</span></div></div>\n");
    for (RowVerdict row : content.verdict().rows()) {
      out.raw("<figure class=\"" + stateClass(row) + "\"><figcaption>").text(row.name());
      out.raw(" <span class=\"state\">").text(content.state(row)).raw("</span></figcaption>");
      out.raw(IntervalPicture.svg(row, spoken(row)));
      out.raw("<p>").text("A − B: " + content.interval(row));
      out.raw(" <span>margin ").text(Wording.margin(row.row())).raw("</span></p></figure>\n");
    }
    out.raw(
        "</div>\n<p class=\"key\">Shaded: within the margins. Bar: the interval, with its mean.");
    out.raw(
        " Small dots: the replicates. A row is equivalent when its bar lies wholly in the shade,");
    out.raw(" and different when a wider interval lies wholly outside. What is further out than");
    out.raw(" two margins stands at the edge.</p>\n");
  }

  private String spoken(RowVerdict row) {
    return row.name()
        + ": A − B "
        + content.difference(row)
        + ", interval "
        + content.interval(row)
        + ", margin "
        + Wording.margin(row.row())
        + ", "
        + content.state(row)
        + ", "
        + content.scope();
  }

  private String stateClass(RowVerdict row) {
    if (content.verdict().withheld()) {
      return "none";
    }
    return switch (row.state()) {
      case EQUIVALENT -> "good";
      case DIFFERENT -> "bad";
      case OPEN -> "open";
      case NOT_ENOUGH_DATA -> "none";
    };
  }
}
