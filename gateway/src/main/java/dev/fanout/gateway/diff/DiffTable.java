package dev.fanout.gateway.diff;

import dev.fanout.gateway.estate.SkippedPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparison as text: for each operation and probe both upstream requests, one above the other,
 * so that the eye finds where they part. Operations with the same kind of difference are shown
 * once.
 */
public final class DiffTable {
  private static final String HIDDEN =
      "(they differ in what is not shown: a secret value, or an earlier call)";

  private final String nameA;
  private final String nameB;
  private final boolean all;

  /**
   * @param nameA printed beside the label A: a topology or a folder
   * @param all shows every operation, instead of one of each kind
   */
  public DiffTable(String nameA, String nameB, boolean all) {
    this.nameA = nameA;
    this.nameB = nameB;
    this.all = all;
  }

  /** Ends with a line end. */
  public String render(DiffResult result) {
    StringBuilder out = new StringBuilder();
    out.append("A  ").append(nameA).append('\n');
    out.append("B  ").append(nameB).append("\n\n");
    out.append(headline(result)).append('\n');
    skipped(out, "A", result.skippedInA());
    skipped(out, "B", result.skippedInB());
    missing(out, "only in A", result.onlyInA());
    missing(out, "only in B", result.onlyInB());
    for (List<List<DiffRow>> alike : groups(result)) {
      int shown = all ? alike.size() : 1;
      for (List<DiffRow> rows : alike.subList(0, shown)) {
        operation(out, rows);
      }
      if (shown < alike.size()) {
        out.append("…and ")
            .append(alike.size() - shown)
            .append(" more like this: ")
            .append(alike.get(shown).get(0).operation())
            .append(alike.size() - shown > 1 ? ", …" : "")
            .append(" (--all shows each)\n");
      }
    }
    return out.toString();
  }

  private static String headline(DiffResult result) {
    String partial = result.isPartial() ? " (partial estate)" : "";
    if (result.isSame()) {
      return "SAME upstream request for all "
          + result.operations()
          + " operations, "
          + result.rows().size()
          + " probes"
          + partial
          + ": local model, by trace";
    }
    return "DIFFERENT upstream requests for "
        + result.differentOperations()
        + " of "
        + result.operations()
        + " operations"
        + (result.onlyInA().isEmpty() ? "" : ", " + result.onlyInA().size() + " only in A")
        + (result.onlyInB().isEmpty() ? "" : ", " + result.onlyInB().size() + " only in B")
        + partial
        + ": local model, by trace";
  }

  private void missing(StringBuilder out, String title, List<PublicOperation> operations) {
    if (operations.isEmpty()) {
      return;
    }
    out.append('\n').append(title).append('\n');
    int shown = all ? operations.size() : Math.min(5, operations.size());
    operations.subList(0, shown).forEach(each -> out.append("  ").append(each).append('\n'));
    if (shown < operations.size()) {
      out.append("  …and ").append(operations.size() - shown).append(" more\n");
    }
  }

  private static void skipped(StringBuilder out, String side, List<SkippedPolicy> policies) {
    if (!policies.isEmpty()) {
      out.append('\n').append("left out in ").append(side).append('\n');
      policies.forEach(policy -> out.append("  ").append(policy).append('\n'));
    }
  }

  /** Differing operations, grouped by which probes differ in what. */
  private static Iterable<List<List<DiffRow>>> groups(DiffResult result) {
    Map<PublicOperation, List<DiffRow>> byOperation = new LinkedHashMap<>();
    for (DiffRow row : result.rows()) {
      if (!row.isSame()) {
        byOperation.computeIfAbsent(row.operation(), key -> new ArrayList<>()).add(row);
      }
    }
    Map<String, List<List<DiffRow>>> groups = new LinkedHashMap<>();
    for (List<DiffRow> rows : byOperation.values()) {
      StringBuilder kind = new StringBuilder();
      rows.forEach(
          row -> kind.append(row.probe().kind()).append(row.differences()).append(shape(row)));
      groups.computeIfAbsent(kind.toString(), key -> new ArrayList<>()).add(rows);
    }
    return groups.values();
  }

  /** Where the URLs part, from the left and from the right: alike for alike rewrites. */
  private static String shape(DiffRow row) {
    String a = row.a().toString();
    String b = row.b().toString();
    return "@" + (a.length() - b.length());
  }

  private static void operation(StringBuilder out, List<DiffRow> rows) {
    out.append('\n').append(rows.get(0).operation()).append('\n');
    for (DiffRow row : rows) {
      out.append("  ").append(row.probe().kind().label()).append(": ");
      out.append(row.probe().request()).append('\n');
      String a = row.a().toString();
      String b = row.b().toString();
      out.append("    A  ").append(a).append('\n');
      out.append("    B  ").append(b).append('\n');
      if (!a.equals(b)) {
        out.append("       ").append(" ".repeat(commonStart(a, b))).append("^\n");
      } else if (row.differences().contains(Aspect.URL)) {
        out.append("       ").append(HIDDEN).append('\n');
      }
      for (Aspect aspect : row.differences()) {
        detail(out, row, aspect);
      }
    }
  }

  private static void detail(StringBuilder out, DiffRow row, Aspect aspect) {
    if (!(row.a() instanceof SideOutcome.Sends a) || !(row.b() instanceof SideOutcome.Sends b)) {
      return;
    }
    switch (aspect) {
      case HOST -> sides(out, "Host", a.call().host(), b.call().host());
      case HEADERS ->
          sides(
              out,
              "headers",
              String.join("; ", a.headerChanges()),
              String.join("; ", b.headerChanges()));
      case BODY -> sides(out, "body bytes", a.call().bodyBytes() + "", b.call().bodyBytes() + "");
      case CREDENTIALS ->
          sides(
              out,
              "credentials",
              String.join(", ", a.call().credentials()),
              String.join(", ", b.call().credentials()));
      case TIMEOUT ->
          sides(
              out,
              "timeout",
              a.call().timeout().toMillis() + " ms",
              b.call().timeout().toMillis() + " ms");
      case METHOD, URL, CALL, ANSWER -> {
        // Shown by the two lines above.
      }
    }
  }

  private static void sides(StringBuilder out, String what, String a, String b) {
    out.append("    ").append(what).append('\n');
    out.append("      A  ").append(a.isEmpty() ? "(none)" : a).append('\n');
    out.append("      B  ").append(b.isEmpty() ? "(none)" : b).append('\n');
    if (a.equals(b)) {
      out.append("         ").append(HIDDEN).append('\n');
    }
  }

  private static int commonStart(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
