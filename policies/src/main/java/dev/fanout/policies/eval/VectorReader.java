package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.eval.Vector.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads golden files: an array of rows, whose members docs/eval.md lists. */
public final class VectorReader {
  private final List<Issue> issues = new ArrayList<>();

  private VectorReader() {}

  /**
   * @throws IssueException for a file that is none, with all mistakes
   */
  public static List<Vector> read(SourceText source) {
    return new VectorReader().rows(source);
  }

  private List<Vector> rows(SourceText source) {
    if (!(JsonReader.read(source) instanceof Json.Items rows)) {
      throw new IssueException(
          List.of(Issue.error("EVAL_BAD_VALUE", source.span(), "golden rows are a JSON array")));
    }
    List<Vector> vectors = new ArrayList<>();
    for (Json row : rows.items()) {
      if (row instanceof Json.Members members) {
        vectors.add(vector(new Fields(members, "a row", issues), vectors.size() + 1));
      } else {
        issues.add(Issue.error("EVAL_BAD_VALUE", row.span(), "a row is a JSON object"));
      }
    }
    if (!issues.isEmpty()) {
      throw new IssueException(Places.inOrder(issues));
    }
    return vectors;
  }

  private static Vector vector(Fields row, int number) {
    Vector vector =
        row.has("template")
            ? liquid(row)
            : row.has("compiles") ? compilation(row, number) : expression(row);
    row.done();
    return vector;
  }

  private static Vector liquid(Fields row) {
    Vector.Liquid vector =
        new Vector.Liquid(
            required(row, "id"),
            required(row, "template"),
            required(row, "body"),
            Optional.ofNullable(row.textOrNull("text")),
            Optional.ofNullable(row.textOrNull("error")));
    row.textOrNull("message");
    if (vector.text().isPresent() == vector.error().isPresent()) {
      row.mistake("a row with a template has either 'text' or 'error'");
    }
    return vector;
  }

  /** Of a corpus: its rows have no names. */
  private static Vector compilation(Fields row, int number) {
    boolean compiles = row.flag("compiles", false);
    boolean namedValues = row.flag("namedValues", false);
    String errors = String.join(", ", row.texts("errors", List.of()));
    Expected expected =
        compiles
            ? new Expected.Compiles()
            : namedValues ? new Expected.Anything() : new Expected.Refused(false, errors);
    return new Vector.Expression(
        row.text("id", "row " + number), "", required(row, "expression"), expected);
  }

  private static Vector expression(Fields row) {
    return new Vector.Expression(
        required(row, "id"), context(row), required(row, "expression"), expected(row));
  }

  /** The name of a file, and no way out of its folder. */
  private static String context(Fields row) {
    String name = row.text("context", "");
    if (!name.matches("[A-Za-z0-9_-]*")) {
      row.mistake("the context of a row is a name of letters, digits, '-' and '_'");
    }
    return name;
  }

  private static String required(Fields row, String name) {
    if (!row.has(name)) {
      row.mistake("a row has '" + name + "'");
    }
    return row.text(name, "");
  }

  private static Expected expected(Fields row) {
    if (row.has("compileErrors")) {
      row.value("messages");
      return new Expected.Refused(false, String.join(", ", row.texts("compileErrors", List.of())));
    }
    if (row.has("forbidden")) {
      Json word = row.value("forbidden");
      row.value("message");
      row.value("messages");
      return new Expected.Refused(true, word == null ? "" : scalar(row, "forbidden", word));
    }
    if (row.has("throws")) {
      String when = row.text("when", "");
      if (!when.isEmpty() && !when.equals("enumerated")) {
        row.mistake("'when' is 'enumerated'");
      }
      return new Expected.Throws(
          row.text("throws", ""), row.text("message", ""), when.equals("enumerated"));
    }
    if (!row.has("type") || row.has("value") == row.has("json")) {
      row.mistake(
          "a row has 'type' with 'value' or 'json', or 'throws', 'compileErrors' or 'forbidden'");
    }
    Json value = row.value("value");
    return new Expected.Value(
        Optional.ofNullable(row.textOrNull("type")),
        Optional.ofNullable(value).map(scalar -> scalar(row, "value", scalar)),
        Optional.ofNullable(row.textOrNull("json")),
        Optional.ofNullable(row.textOrNull("text")));
  }

  private static String scalar(Fields row, String name, Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Number number) {
      return number.digits();
    }
    if (value instanceof Json.Flag flag) {
      return Boolean.toString(flag.value());
    }
    row.wanted("a text, a number, true, false or null", name, value);
    return "";
  }
}
