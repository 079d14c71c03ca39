package dev.fanout.artifacts.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An explanation for a terminal: where a line comes from on the left, the line on the right. The
 * name of a file stands at the first of its lines, the number at each.
 */
public final class TextExplanation {
  private static final String GUIDE = "┆ ";
  private static final int LABEL = 11;
  private static final int WIDEST_SOURCE = 64;

  private final StringBuilder out = new StringBuilder();
  private final Explanation explanation;
  private final int sourceWidth;
  private String lastFile = "";
  private String lastScope = "";

  private TextExplanation(Explanation explanation) {
    this.explanation = explanation;
    this.sourceWidth =
        Math.min(
            WIDEST_SOURCE,
            explanation.sections().stream()
                .mapToInt(section -> width(section.items()))
                .max()
                .orElse(0));
  }

  /** Lines end in {@code \n}. */
  public static String render(Explanation explanation) {
    return new TextExplanation(explanation).render();
  }

  private String render() {
    line(explanation.title());
    explanation.operationId().ifPresent(id -> line(explanation.operations().get(0).target()));
    line("");
    if (explanation.operationId().isPresent()) {
      operation(explanation.operations().get(0));
    }
    scopes();
    explanation.remarks().forEach(remark -> labelled("", remark));
    explanation.sections().forEach(this::section);
    if (explanation.operationId().isEmpty()) {
      operations();
    }
    return out.toString();
  }

  private void operation(ExplainedOperation operation) {
    List<String> lines = upstream(operation);
    for (int i = 0; i < lines.size(); i++) {
      labelled(i == 0 ? "sends" : "", lines.get(i));
    }
    line("");
  }

  private static List<String> upstream(ExplainedOperation operation) {
    List<String> lines = new ArrayList<>();
    if (operation.upstream() instanceof Upstream.Known known) {
      known.urls().forEach(url -> lines.add(known.method() + " " + url));
      lines.addAll(known.by());
    } else if (operation.upstream() instanceof Upstream.NotSent notSent) {
      lines.add("nothing: " + notSent.why());
    } else if (operation.upstream() instanceof Upstream.Depends depends) {
      lines.add("what a request decides: " + depends.why());
    }
    operation.example().ifPresent(example -> lines.add("for example " + example));
    lines.addAll(operation.remarks());
    return lines;
  }

  private void scopes() {
    String label = "scopes";
    for (ExplainedScope scope : explanation.scopes()) {
      String name = Wording.scope(scope.scope());
      String named = scope.name().isEmpty() ? name : name + " " + scope.name();
      labelled(
          label,
          String.format(
              Locale.ROOT, "%-" + scopeWidth() + "s  %s", named, Wording.document(scope)));
      label = "";
    }
  }

  private int scopeWidth() {
    return explanation.scopes().stream()
        .mapToInt(scope -> Wording.scope(scope.scope()).length() + scope.name().length() + 1)
        .max()
        .orElse(1);
  }

  private void section(ExplainedSection section) {
    line("");
    line(section.name().elementName());
    lastFile = "";
    lastScope = "";
    for (Cut cut : section.cuts()) {
      line("  ✂ " + Wording.cut(cut, section) + " (" + cut.at() + "):");
      for (Cut.CutPolicy policy : cut.policies()) {
        line(
            "      "
                + policy.elementName()
                + ", "
                + Wording.scope(policy.scope())
                + ", "
                + policy.origin());
      }
    }
    if (section.items().isEmpty()) {
      line("  " + Wording.nothing(section));
    }
    items(section.items(), "");
    if (section.cutShort()) {
      line("  … and more lines than can be shown");
    }
  }

  private void items(List<ExplainedItem> items, String guide) {
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedLine line) {
        source(line, guide);
      } else if (item instanceof ExplainedInclude include) {
        source(include.line(), guide);
        items(include.items(), guide + " ".repeat(include.line().indent()) + GUIDE);
      }
    }
  }

  private void source(ExplainedLine line, String guide) {
    String file = line.origin().isDefault() ? line.origin().toString() : line.origin().file();
    String scope = Wording.scope(line.scope());
    boolean isNewFile = !file.equals(lastFile);
    String shown = shortened(file);
    String number = line.origin().isDefault() ? "" : ":" + line.origin().line();
    String left = (isNewFile ? shown : " ".repeat(shown.length())) + number;
    String label = isNewFile || !scope.equals(lastScope) ? scope : "";
    String remarks =
        line.remarks().isEmpty()
            ? ""
            : "   ← " + line.remarks().stream().collect(Collectors.joining("; "));
    line(
        String.format(Locale.ROOT, "  %-" + Math.max(1, sourceWidth) + "s  %-9s │ ", left, label)
            + guide
            + " ".repeat(line.indent())
            + line.text()
            + remarks);
    lastFile = file;
    lastScope = scope;
  }

  private static int width(List<ExplainedItem> items) {
    int width = 0;
    for (ExplainedItem item : items) {
      if (item instanceof ExplainedLine line) {
        width = Math.max(width, width(line));
      } else if (item instanceof ExplainedInclude include) {
        width = Math.max(width, Math.max(width(include.line()), width(include.items())));
      }
    }
    return width;
  }

  private static int width(ExplainedLine line) {
    return line.origin().toString().length();
  }

  /** A long path loses its beginning. */
  private static String shortened(String file) {
    int most = WIDEST_SOURCE - 6;
    return file.length() <= most ? file : "…" + file.substring(file.length() - most + 1);
  }

  private void operations() {
    line("");
    line("operations");
    for (ExplainedOperation operation : explanation.operations()) {
      line(
          "  "
              + operation.id()
              + ": "
              + operation.target()
              + (operation.hasPolicy() ? " (has a policy of its own)" : ""));
      upstream(operation).forEach(text -> line("      → " + text));
    }
    if (explanation.operations().isEmpty()) {
      line("  none");
    }
  }

  private void labelled(String label, String text) {
    line(String.format(Locale.ROOT, "  %-" + LABEL + "s%s", label, text));
  }

  private void line(String text) {
    out.append(Wording.printable(text.stripTrailing())).append('\n');
  }
}
