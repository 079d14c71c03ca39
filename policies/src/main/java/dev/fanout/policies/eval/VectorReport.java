package dev.fanout.policies.eval;

import dev.fanout.policies.eval.VectorResult.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results for people: each mismatch, then why rows are unsupported, then counts by file. */
public final class VectorReport {
  private static final int MOST_IDS = 6;

  private VectorReport() {}

  /**
   * @param eachUnsupported every unsupported row by itself, with its place, in the manner of a
   *     mismatch
   */
  public static String render(List<VectorFileResult> files, boolean eachUnsupported) {
    StringBuilder out = new StringBuilder();
    for (VectorFileResult file : files) {
      for (VectorResult result : file.results()) {
        if (result.verdict() == Verdict.FAILED
            || (result.verdict() == Verdict.UNSUPPORTED && eachUnsupported)) {
          appendRow(out, file.file(), result);
        }
      }
    }
    if (!eachUnsupported) {
      appendReasons(out, files);
    }
    appendCounts(out, files);
    return out.toString();
  }

  private static void appendRow(StringBuilder out, String file, VectorResult result) {
    Vector vector = result.vector();
    out.append(file).append(": ").append(vector.id()).append(' ');
    out.append(result.verdict().name().toLowerCase(Locale.ROOT));
    if (vector instanceof Vector.Expression row && !row.context().isEmpty()) {
      out.append(" (context ").append(row.context()).append(')');
    }
    out.append('\n');
    out.append(indented("         ", source(vector)));
    out.append(indented("expected ", result.expected()));
    out.append(indented("got      ", result.got()));
    out.append('\n');
  }

  private static String source(Vector vector) {
    return vector instanceof Vector.Expression row
        ? row.expression()
        : ((Vector.Liquid) vector).template();
  }

  private static String indented(String label, String lines) {
    return "  "
        + label
        + lines.stripTrailing().replace("\n", "\n  " + " ".repeat(label.length()))
        + "\n";
  }

  private static void appendReasons(StringBuilder out, List<VectorFileResult> files) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (VectorFileResult file : files) {
      for (VectorResult result : file.results()) {
        if (result.verdict() == Verdict.UNSUPPORTED) {
          rows.computeIfAbsent(reason(result), reason -> new ArrayList<>())
              .add(result.vector().id());
        }
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    out.append("Unsupported, by the first thing that is missing:\n");
    rows.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<String>> entry) -> -entry.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry -> {
              List<String> ids = entry.getValue();
              out.append(String.format(Locale.ROOT, "%5d  %s\n", ids.size(), entry.getKey()));
              out.append("       ")
                  .append(ids.stream().limit(MOST_IDS).collect(Collectors.joining(" ")))
                  .append(ids.size() > MOST_IDS ? " …" : "")
                  .append('\n');
            });
    out.append('\n');
  }

  /** The first issue without its place. */
  private static String reason(VectorResult result) {
    String line = result.got().lines().findFirst().orElse("");
    int error = line.indexOf(": error: ");
    return error < 0 ? line : line.substring(error + ": error: ".length());
  }

  private static void appendCounts(StringBuilder out, List<VectorFileResult> files) {
    int width = files.stream().mapToInt(file -> file.file().length()).max().orElse(0);
    for (VectorFileResult file : files) {
      out.append(
          counts(
              file.file() + " ".repeat(width - file.file().length()),
              file.results().size(),
              file.count(Verdict.PASSED),
              file.count(Verdict.FAILED),
              file.count(Verdict.UNSUPPORTED)));
    }
    if (files.size() > 1) {
      out.append(
          counts(
              "all" + " ".repeat(Math.max(0, width - 3)),
              files.stream().mapToInt(file -> file.results().size()).sum(),
              total(files, Verdict.PASSED),
              total(files, Verdict.FAILED),
              total(files, Verdict.UNSUPPORTED)));
    }
  }

  private static int total(List<VectorFileResult> files, Verdict verdict) {
    return files.stream().mapToInt(file -> file.count(verdict)).sum();
  }

  private static String counts(String name, int rows, int passed, int failed, int unsupported) {
    return String.format(
        Locale.ROOT,
        "%s  %4d rows: %4d passed, %4d failed, %4d unsupported\n",
        name,
        rows,
        passed,
        failed,
        unsupported);
  }
}
