package dev.fanout.report;

import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Interval;
import dev.fanout.verdict.RowSeries;
import dev.fanout.verdict.RowState;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.Wording;
import java.util.List;
import java.util.Locale;

/** The verdict on a terminal: the sentence first, then rows with bars, audits, how to repeat it. */
public final class TerminalReport {
  private static final int BAR = 17;
  private static final double SPAN = 4.0 / 3;
  private static final int DIFFERENCES_SHOWN = 5;
  private static final String GAP = "  ";

  private final TerminalStyle style;

  public TerminalReport(TerminalStyle style) {
    this.style = style;
  }

  /** Lines that end in {@code \n}. */
  public String render(Verdict verdict) {
    ReportContent content = new ReportContent(verdict);
    StringBuilder out = new StringBuilder("\n");
    headline(out, content);
    verdict.reasons().forEach(reason -> wrapped(out, "  ", reason));
    out.append('\n');
    rows(out, content);
    looks(out, content);
    upstream(out, content);
    audits(out, verdict);
    naive(out, content);
    out.append('\n').append(GAP).append(Escape.terminal(content.totals())).append('\n');
    out.append(GAP).append("repeat: ").append(Escape.terminal(content.command())).append('\n');
    return style.unicode() ? out.toString() : ascii(out.toString());
  }

  private void headline(StringBuilder out, ReportContent content) {
    String sentence = Escape.terminal(content.verdict().headline());
    String word = Escape.terminal(content.verdict().scopedWord());
    String rest = sentence.startsWith(word) ? sentence.substring(word.length()) : "";
    StringBuilder text = new StringBuilder();
    wrapped(text, "", word + rest);
    String lines = text.toString();
    out.append(
        lines.startsWith(word)
            ? paint(word, tone(content)) + lines.substring(word.length())
            : lines);
  }

  private static Ink tone(ReportContent content) {
    return switch (content.tone()) {
      case "good" -> Ink.GREEN;
      case "bad" -> Ink.RED;
      case "stop" -> Ink.MAGENTA;
      default -> Ink.YELLOW;
    };
  }

  private void rows(StringBuilder out, ReportContent content) {
    List<RowVerdict> rows = content.verdict().rows();
    if (rows.stream().allMatch(row -> row.differences().isEmpty())) {
      out.append(GAP).append("Nothing was measured.\n");
      return;
    }
    List<String> head =
        List.of("row", "A", "B", "A − B", "interval", "margin", "sd", barHead(), "state");
    List<List<String>> cells = rows.stream().map(row -> cells(content, row)).toList();
    int[] widths = widths(head, cells);
    boolean bars =
        rows.stream().anyMatch(row -> row.look().interval().isPresent())
            && total(widths) <= style.columns();
    out.append(paint(line(head, widths, bars), Ink.DIM)).append('\n');
    for (int i = 0; i < cells.size(); i++) {
      String line = line(cells.get(i), widths, bars);
      String state = cells.get(i).get(head.size() - 1);
      out.append(line, 0, line.length() - state.length())
          .append(paint(state, content.verdict().withheld() ? Ink.DIM : ink(rows.get(i).state())))
          .append('\n');
    }
  }

  private static List<String> cells(ReportContent content, RowVerdict row) {
    return List.of(
        Escape.terminal(row.name()),
        bare(content.value(row, row.a()), Wording.unit(row.row())),
        content.value(row, row.b()),
        bare(content.difference(row), Wording.differenceUnit(row.row())),
        row.look().interval().map(i -> interval(row, i)).orElse("–"),
        Wording.margin(row.row()),
        bare(content.spread(row), Wording.differenceUnit(row.row())),
        bar(row),
        content.verdict().withheld() ? "withheld" : row.state().text());
  }

  /** Units stand once for each pair of columns. */
  private static String bare(String text, String unit) {
    return text.endsWith(" " + unit) ? text.substring(0, text.length() - unit.length() - 1) : text;
  }

  private static String interval(RowVerdict row, Interval interval) {
    return Wording.interval(row.row(), interval).replace(" … ", "…");
  }

  private static Ink ink(RowState state) {
    return switch (state) {
      case EQUIVALENT -> Ink.GREEN;
      case DIFFERENT -> Ink.RED;
      case OPEN, NOT_ENOUGH_DATA -> Ink.YELLOW;
    };
  }

  private static int[] widths(List<String> head, List<List<String>> cells) {
    int[] widths = head.stream().mapToInt(String::length).toArray();
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = 0;
    for (int width : widths) {
      total += width + GAP.length();
    }
    return total;
  }

  private static String line(List<String> cells, int[] widths, boolean bars) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      boolean left = i == 0 || i >= cells.size() - 2;
      if (i == cells.size() - 2 && !bars) {
        continue;
      }
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      boolean last = i == cells.size() - 1;
      line.append(GAP).append(left ? cells.get(i) + (last ? "" : pad) : pad + cells.get(i));
    }
    return line.toString();
  }

  /** Margins at the bars, zero in the middle; the picture spans a third more to each side. */
  private static String barHead() {
    StringBuilder head = new StringBuilder(" ".repeat(BAR));
    head.replace(column(-1) - 1, column(-1) + 1, "−m");
    head.setCharAt(column(0), '0');
    head.replace(column(1), column(1) + 2, "+m");
    return head.toString();
  }

  private static String bar(RowVerdict row) {
    char[] bar = " ".repeat(BAR).toCharArray();
    double margin = RowSeries.margin(row.row());
    bar[column(0)] = '·';
    row.look().interval().filter(i -> !i.empty()).ifPresent(i -> draw(bar, i, margin));
    mark(bar, column(-1));
    mark(bar, column(1));
    if (row.look().interval().isPresent() && row.look().sample().mean().isPresent()) {
      double mean = row.look().sample().mean().getAsDouble() / margin;
      bar[column(mean)] = mean < -SPAN ? '◀' : mean > SPAN ? '▶' : '●';
    }
    return new String(bar);
  }

  private static void draw(char[] bar, Interval interval, double margin) {
    int from = column(interval.low() / margin);
    int to = column(interval.high() / margin);
    for (int i = from; i <= to; i++) {
      bar[i] = '━';
    }
    if (interval.low() / margin < -SPAN) {
      bar[0] = '◀';
    }
    if (interval.high() / margin > SPAN) {
      bar[BAR - 1] = '▶';
    }
  }

  private static void mark(char[] bar, int at) {
    bar[at] = bar[at] == '━' ? '┿' : '│';
  }

  private static int column(double margins) {
    double share = (Math.max(-SPAN, Math.min(SPAN, margins)) + SPAN) / (2 * SPAN);
    return (int) Math.round(share * (BAR - 1));
  }

  private void looks(StringBuilder out, ReportContent content) {
    List<String> looks =
        content.verdict().looks().stream()
            .map(look -> Integer.toString(look.look().replicates()))
            .toList();
    if (!looks.isEmpty()) {
      String text =
          "looked after "
              + String.join(", ", looks)
              + " replicates, over which A − B, interval and sd are taken";
      out.append(GAP).append(paint(text, Ink.DIM)).append('\n');
    }
    List<String> needed =
        content.verdict().rows().stream()
            .filter(row -> row.needed().isPresent())
            .map(row -> row.name() + " " + row.needed().orElseThrow().text())
            .toList();
    if (!needed.isEmpty()) {
      wrapped(out, GAP, "A new run would need: " + String.join(", ", needed) + ".");
    }
  }

  private void upstream(StringBuilder out, ReportContent content) {
    List<UpstreamEquality.Difference> all =
        content
            .verdict()
            .run()
            .upstreamEquality()
            .map(UpstreamEquality::differences)
            .orElse(List.of());
    if (all.isEmpty()) {
      return;
    }
    out.append('\n').append(GAP).append("Upstream requests that differ\n");
    for (UpstreamEquality.Difference difference :
        all.subList(0, Math.min(DIFFERENCES_SHOWN, all.size()))) {
      out.append(GAP + GAP).append(Escape.terminal(difference.request())).append('\n');
      out.append(GAP + GAP + "  A sends ").append(Escape.terminal(difference.upstreamA()));
      out.append("\n" + GAP + GAP + "  B sends ").append(Escape.terminal(difference.upstreamB()));
      out.append('\n');
    }
    if (all.size() > DIFFERENCES_SHOWN) {
      out.append(GAP + GAP + "and ")
          .append(all.size() - DIFFERENCES_SHOWN)
          .append(" more in report.md\n");
    }
  }

  private void audits(StringBuilder out, Verdict verdict) {
    out.append('\n').append(GAP).append("Audits\n");
    int widest =
        verdict.audits().stream().mapToInt(a -> a.audit().title().length()).max().orElse(0);
    for (AuditResult audit : verdict.audits()) {
      String title = audit.audit().title();
      String lead =
          GAP + GAP + mark(audit) + " " + title + " ".repeat(widest - title.length()) + GAP;
      StringBuilder text = new StringBuilder();
      wrapped(text, " ".repeat(widest + 8), Escape.terminal(audit.finding()));
      out.append(lead).append(text.toString().stripLeading());
    }
  }

  private String mark(AuditResult audit) {
    return switch (audit.state()) {
      case PASSED -> paint("✓", Ink.GREEN);
      case FAILED -> paint("✗", Ink.RED);
      case NOT_DONE -> paint("?", Ink.YELLOW);
    };
  }

  private void naive(StringBuilder out, ReportContent content) {
    Table table = content.naive();
    if (table.isEmpty()) {
      return;
    }
    out.append('\n').append(GAP).append(table.caption()).append('\n');
    for (List<String> row : table.cells()) {
      out.append(
          String.format(
              Locale.ROOT,
              "    %-28s %14s  %-14s %s\n",
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3)));
    }
    wrapped(out, GAP + GAP, content.naiveSentence());
  }

  /** Breaks between words at the style's width. */
  private void wrapped(StringBuilder out, String indent, String text) {
    int length = 0;
    for (String word : Escape.terminal(text).split(" ")) {
      if (length > 0 && length + 1 + word.length() > style.columns()) {
        out.append('\n');
        length = 0;
      }
      String lead = length == 0 ? indent : " ";
      out.append(lead).append(word);
      length += lead.length() + word.length();
    }
    out.append('\n');
  }

  private String paint(String text, Ink ink) {
    return style.colour() ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  private static String ascii(String text) {
    return text.replace("−", "-")
        .replace("±", "+/-")
        .replace("µ", "u")
        .replace("…", "..")
        .replace("━", "=")
        .replace("┿", "+")
        .replace("│", "|")
        .replace("●", "o")
        .replace("·", ".")
        .replace("◀", "<")
        .replace("▶", ">")
        .replace("✓", "ok")
        .replace("✗", "FAILED")
        .replace("×", "x")
        .replace("–", "-")
        .replace("Δ", "d")
        .replace("≤", "<=")
        .replaceAll("[^\\x00-\\x7F]", "?");
  }

  private enum Ink {
    GREEN("1;32"),
    RED("1;31"),
    MAGENTA("1;35"),
    YELLOW("1;33"),
    DIM("2");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }
}
