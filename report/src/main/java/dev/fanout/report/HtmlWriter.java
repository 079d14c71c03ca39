package dev.fanout.report;

import dev.fanout.report.Table.Column;
import java.util.List;

/** Puts pieces of a page together; every text that it is given is escaped. */
final class HtmlWriter {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Trusted markup, which no name of a user's file is part of. */
  HtmlWriter raw(String markup) {
    out.append(markup);
    return this;
  }

  HtmlWriter text(String text) {
    out.append(Escape.markup(text));
    return this;
  }

  HtmlWriter element(String tag, String text) {
    return raw("<" + tag + ">").text(text).raw("</" + name(tag) + ">");
  }

  HtmlWriter paragraph(String text) {
    return element("p", text).raw("\n");
  }

  void list(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    raw("<ul>\n");
    lines.forEach(line -> element("li", line).raw("\n"));
    raw("</ul>\n");
  }

  /** With its caption as a heading of the level; nothing for a table without rows. */
  void table(String heading, Table table) {
    if (!table.isEmpty()) {
      element(heading, table.caption()).raw("\n");
      table(table);
    }
  }

  void table(Table table) {
    if (table.isEmpty()) {
      return;
    }
    raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .text(table.caption())
        .raw("\">\n<table>\n<thead><tr>");
    for (Column column : table.columns()) {
      raw("<th scope=\"col\"" + style(column) + ">").text(column.name()).raw("</th>");
    }
    raw("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.cells()) {
      raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        Column column = table.columns().get(i);
        element((i == 0 ? "th scope=\"row\"" : "td") + style(column), row.get(i));
      }
      raw("</tr>\n");
    }
    raw("</tbody>\n</table>\n</div>\n");
  }

  private static String name(String tag) {
    int end = tag.indexOf(' ');
    return end < 0 ? tag : tag.substring(0, end);
  }

  private static String style(Column column) {
    return switch (column.kind()) {
      case TEXT -> "";
      case NUMBER -> " class=\"number\"";
      case CODE -> " class=\"code\"";
    };
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
