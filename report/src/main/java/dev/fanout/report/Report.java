package dev.fanout.report;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the report files of a verdict into a folder, each whole or not at all. */
public final class Report {
  private Report() {}

  /** The files of a report, in the order in which they are written. */
  public enum Form {
    MARKDOWN("report.md", MarkdownReport::render),
    HTML("report.html", HtmlReport::render),
    JSON("report.json", JsonReport::render),
    JUNIT("junit.xml", reported -> JUnitReport.render(reported.verdict())),
    DECISION("decision.md", DecisionRecord::render);

    private final String fileName;
    private final Function<Reported, String> rendering;

    Form(String fileName, Function<Reported, String> rendering) {
      this.fileName = fileName;
      this.rendering = rendering;
    }

    public String fileName() {
      return fileName;
    }

    public String render(Reported reported) {
      return rendering.apply(reported);
    }
  }

  /**
   * Creates the folder where needed and replaces what an earlier report left.
   *
   * @return the files, in the order of {@link Form}
   * @throws IssueException {@code REPORT_NOT_WRITTEN}; files written before stay
   */
  public static List<Path> write(Reported reported, Path folder) {
    List<Path> files = new ArrayList<>();
    for (Form form : Form.values()) {
      Path file = folder.resolve(form.fileName());
      try {
        Files.createDirectories(folder);
        Path next = folder.resolve(form.fileName() + ".next");
        Files.writeString(next, form.render(reported), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new IssueException(
            List.of(
                Issue.error("REPORT_NOT_WRITTEN", "cannot write " + file + ": " + e.getMessage())
                    .withHint("'fanout report' writes it again from run.json")));
      }
      files.add(file);
    }
    return List.copyOf(files);
  }
}
