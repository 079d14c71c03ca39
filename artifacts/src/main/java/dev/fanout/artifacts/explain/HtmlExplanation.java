package dev.fanout.artifacts.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An explanation as one page that needs nothing else. Its content security policy forbids scripts
 * and every load, and allows the one style sheet in it by its hash.
 */
public final class HtmlExplanation {
  private static final int DEEPEST_INDENT = 60;
  private static final int STEP = 2;
  private static final int MARGIN = 4;
  private static final String STYLE = resource("explain.css") + indents();

  private final StringBuilder out = new StringBuilder();
  private String lastFile = "";
  private String lastScope = "";

  private HtmlExplanation() {}

  /** A whole page in UTF-8; lines end in {@code \n}. */
  public static String render(Explanation explanation) {
    return new HtmlExplanation().page(explanation);
  }

  private String page(Explanation explanation) {
    String style = STYLE + ".code{--source:" + sourceWidth(explanation) + "ch}\n";
    String title =
        explanation.operationId().isPresent()
            ? explanation.operations().get(0).target()
            : explanation.title();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'sha256-")
        .append(hash("\n" + style))
        .append("'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(escaped(title))
        .append(" – effective policy</title>\n<style>\n")
        .append(style)
        .append("</style>\n</head>\n<body>\n<header>\n<p class=\"kicker\">effective policy</p>\n")
        .append("<h1>")
        .append(escaped(title))
        .append("</h1>\n");
    if (explanation.operationId().isPresent()) {
      out.append("<p class=\"what\">").append(escaped(explanation.title())).append("</p>\n");
      out.append("<div class=\"upstream\">\n");
      upstream(explanation.operations().get(0));
      out.append("</div>\n");
    }
    scopes(explanation);
    out.append("</header>\n<main>\n");
    explanation.sections().forEach(this::section);
    if (explanation.operationId().isEmpty()) {
      operations(explanation.operations());
    }
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  /** Columns for the longest file name and its line. */
  private static int sourceWidth(Explanation explanation) {
    int longest = 0;
    for (ExplainedSection section : explanation.sections()) {
      longest = Math.max(longest, longest(section.items()));
    }
    return longest + MARGIN;
  }

  private static int longest(List<ExplainedItem> items) {
    int longest = 0;
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedLine line) {
        longest = Math.max(longest, line.origin().toString().length());
      } else if (item instanceof ExplainedInclude include) {
        longest = Math.max(longest, include.line().origin().toString().length());
        longest = Math.max(longest, longest(include.items()));
      }
    }
    return longest;
  }

  private void upstream(ExplainedOperation operation) {
    if (operation.upstream() instanceof Upstream.Known known) {
      for (String url : known.urls()) {
        out.append("<p class=\"url\"><span class=\"arrow\">→</span> <b>")
            .append(escaped(known.method()))
            .append("</b> ")
            .append(escaped(url))
            .append("</p>\n");
      }
      list(known.by(), "by");
    } else if (operation.upstream() instanceof Upstream.NotSent notSent) {
      out.append("<p class=\"url\"><span class=\"arrow\">→</span> nothing is sent: ")
          .append(escaped(notSent.why()))
          .append("</p>\n");
    } else if (operation.upstream() instanceof Upstream.Depends depends) {
      out.append("<p class=\"url\"><span class=\"arrow\">→</span> a request decides: ")
          .append(escaped(depends.why()))
          .append("</p>\n");
    }
    operation.example().ifPresent(example -> list(List.of("for example " + example), "by"));
    list(operation.remarks(), "by");
  }

  private void list(List<String> texts, String style) {
    if (texts.isEmpty()) {
      return;
    }
    out.append("<ul class=\"").append(style).append("\">");
    texts.forEach(text -> out.append("<li>").append(escaped(text)).append("</li>"));
    out.append("</ul>\n");
  }

  private void scopes(Explanation explanation) {
    out.append("<ol class=\"scopes\" aria-label=\"Scopes, from the outside in\">\n");
    for (ExplainedScope scope : explanation.scopes()) {
      String name = Wording.scope(scope.scope());
      out.append("<li class=\"").append(name).append("\"><b>").append(name).append("</b> ");
      if (!scope.name().isEmpty()) {
        out.append(escaped(scope.name())).append(' ');
      }
      out.append("<span class=\"")
          .append(scope.file().isPresent() ? "file" : "none")
          .append("\">")
          .append(escaped(Wording.document(scope)))
          .append("</span></li>\n");
    }
    out.append("</ol>\n");
    list(explanation.remarks(), "remarks");
  }

  private void section(ExplainedSection section) {
    String name = section.name().elementName();
    out.append("<section aria-labelledby=\"s-").append(name).append("\">\n<h2 id=\"s-");
    out.append(name).append("\">").append(name).append("</h2>\n");
    section.cuts().forEach(cut -> cut(cut, section));
    if (section.items().isEmpty()) {
      out.append("<p class=\"nothing\">").append(Wording.nothing(section)).append("</p>\n");
    } else {
      lastFile = "";
      lastScope = "";
      out.append("<div class=\"code\">\n");
      items(section.items(), 0);
      out.append("</div>\n");
    }
    if (section.cutShort()) {
      out.append("<p class=\"nothing\">… and more lines than can be shown</p>\n");
    }
    out.append("</section>\n");
  }

  private void cut(Cut cut, ExplainedSection section) {
    out.append("<div class=\"cut\"><p>✂ ")
        .append(escaped(Wording.cut(cut, section)))
        .append(" <span class=\"file\">")
        .append(escaped(cut.at().toString()))
        .append("</span></p><ul>");
    for (Cut.CutPolicy policy : cut.policies()) {
      out.append("<li><code>")
          .append(escaped(policy.elementName()))
          .append("</code> ")
          .append(Wording.scope(policy.scope()))
          .append(" <span class=\"file\">")
          .append(escaped(policy.origin().toString()))
          .append("</span></li>");
    }
    out.append("</ul></div>\n");
  }

  private void items(List<ExplainedItem> items, int outer) {
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedLine line) {
        line(line, outer, "div");
        out.append('\n');
      } else if (item instanceof ExplainedInclude include) {
        include(include, outer);
      }
    }
  }

  private void include(ExplainedInclude include, int outer) {
    if (include.items().isEmpty()) {
      line(include.line(), outer, "div");
      out.append('\n');
      return;
    }
    out.append("<details open><summary>");
    line(include.line(), outer, "span");
    out.append("</summary>\n<div class=\"fragment\">\n");
    items(include.items(), outer + include.line().indent() + STEP);
    out.append("</div></details>\n");
  }

  private void line(ExplainedLine line, int outer, String tag) {
    String scope = Wording.scope(line.scope());
    String file = line.origin().isDefault() ? line.origin().toString() : line.origin().file();
    boolean isNewFile = !file.equals(lastFile);
    out.append('<').append(tag).append(" class=\"line ").append(scope).append("\">");
    out.append("<span class=\"source\" title=\"")
        .append(escaped(line.origin() + ", " + scope))
        .append("\">");
    if (isNewFile) {
      out.append("<span class=\"path\">").append(escaped(file)).append("</span>");
    }
    if (!line.origin().isDefault()) {
      out.append(":").append(line.origin().line());
    }
    out.append("</span><span class=\"scope\">")
        .append(isNewFile || !scope.equals(lastScope) ? scope : "")
        .append("</span><code class=\"i")
        .append(Math.min(DEEPEST_INDENT, outer + line.indent()))
        .append("\">");
    line.segments().forEach(this::segment);
    if (!line.remarks().isEmpty()) {
      out.append(" <span class=\"remark\">")
          .append(escaped(String.join("; ", line.remarks())))
          .append("</span>");
    }
    out.append("</code></").append(tag).append('>');
    lastFile = file;
    lastScope = scope;
  }

  private void segment(Segment segment) {
    if (segment.kind() == Segment.Kind.MARKUP) {
      out.append(escaped(segment.text()));
      return;
    }
    out.append("<span class=\"")
        .append(segment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .append("\">")
        .append(escaped(segment.text()))
        .append("</span>");
  }

  private void operations(List<ExplainedOperation> operations) {
    out.append("<section aria-labelledby=\"operations\">\n<h2 id=\"operations\">operations</h2>\n");
    for (ExplainedOperation operation : operations) {
      out.append("<div class=\"operation\"><h3>")
          .append(escaped(operation.target()))
          .append(" <span class=\"what\">")
          .append(escaped(operation.id()))
          .append(operation.hasPolicy() ? ", has a policy of its own" : "")
          .append("</span></h3>\n");
      upstream(operation);
      out.append("</div>\n");
    }
    if (operations.isEmpty()) {
      out.append("<p class=\"nothing\">none</p>\n");
    }
    out.append("</section>\n");
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    Wording.printable(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /** A class for each indentation: a style attribute would need a weaker policy. */
  private static String indents() {
    StringBuilder rules = new StringBuilder();
    for (int i = 1; i <= DEEPEST_INDENT; i++) {
      rules.append(".line>.i").append(i).append("{padding-left:calc(.8rem + ");
      rules.append(i).append("ch)}");
    }
    return rules.append('\n').toString();
  }

  private static String hash(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlExplanation.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
