package dev.fanout.cli;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.artifacts.explain.ExplainQuery;
import dev.fanout.artifacts.explain.ExplainTarget;
import dev.fanout.artifacts.explain.Explanation;
import dev.fanout.artifacts.explain.HtmlExplanation;
import dev.fanout.artifacts.explain.JsonExplanation;
import dev.fanout.artifacts.explain.PolicyExplainer;
import dev.fanout.artifacts.explain.TextExplanation;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.policies.model.SectionName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout explain}: what runs for an API or operation, and where each line of it stands. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    header = "Shows the effective policy of an API or operation, each line with its file.",
    description = {
      "",
      "Scopes and fragments are expanded, named values put in (secrets masked), and what a missing"
          + " <base /> cuts off is said, as is the upstream URL where policies alone decide it.",
      "",
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_ISSUES = 10;

  enum Format {
    TEXT,
    HTML,
    JSON
  }

  @Spec private CommandSpec spec;
  @Mixin private CatalogChoice catalogs = new CatalogChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A folder in the APIOps layout, such as an extract.")
  private @Nullable Path folder;

  @Option(
      names = "--topology",
      paramLabel = "NAME",
      description = "Instead of a folder: ${COMPLETION-CANDIDATES} of the catalog.",
      completionCandidates = BenchCommand.TopologyIds.class)
  private @Nullable String topology;

  @Option(
      names = "--api",
      required = true,
      paramLabel = "ID",
      description = "With ;rev=N if need be.")
  private String api = "";

  @Option(
      names = "--operation",
      paramLabel = "ID",
      description =
          "An id, or 'GET /items/{id}'. Without it: the API, and where each operation goes.")
  private @Nullable String operation;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      split = ",",
      description = "inbound, backend, outbound or on-error (default: all).")
  private List<String> sections = new ArrayList<>();

  @Option(
      names = "--product",
      paramLabel = "ID",
      description = "Whose key the caller has (default: an open product, or none).")
  private @Nullable String product;

  @Option(names = "--workspace", paramLabel = "ID", description = "Where the API is.")
  private @Nullable String workspace;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text, html or json (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: the terminal).")
  private @Nullable Path out;

  private List<Issue> errors = List.of();

  ExplainCommand() {}

  @Override
  public Integer call() throws IOException {
    ExplainQuery query =
        new ExplainQuery(
            api,
            Optional.ofNullable(operation),
            Optional.ofNullable(product),
            Optional.ofNullable(workspace),
            sections.stream().map(this::section).toList());
    ExplainTarget target = ExplainTarget.find(estate(), query);
    Explanation explanation =
        new PolicyExplainer(new TracedExamples()).explain(target, query.sections());
    warn(explanation.files());
    write(
        switch (format) {
          case TEXT -> TextExplanation.render(explanation);
          case HTML -> HtmlExplanation.render(explanation);
          case JSON -> JsonExplanation.render(explanation);
        });
    return ExitCode.OK;
  }

  private void write(String text) throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    if (out == null) {
      terminal.print(text);
    } else {
      Files.writeString(out, text);
      terminal.println(out);
    }
    terminal.flush();
  }

  private SectionName section(String name) {
    return SectionName.of(name.strip())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "'"
                        + name
                        + "' is not a section; there are "
                        + Arrays.stream(SectionName.values())
                            .map(SectionName::elementName)
                            .collect(Collectors.joining(", "))));
  }

  private Estate estate() {
    Path named = folder;
    if ((named == null) == (topology == null)) {
      throw new ParameterException(
          spec.commandLine(), "name a folder, or a topology with --topology");
    }
    if (named != null) {
      return estate(named);
    }
    return EstateReader.read(
            new EstateGenerator()
                .generate(catalogs.read(), catalogs.topology(String.valueOf(topology))))
        .orThrow();
  }

  private Estate estate(Path named) {
    EstateResult result = EstateReader.read(named);
    if (result.issues().stream().anyMatch(issue -> issue.code().equals(ArtifactIssues.FOLDER))) {
      throw new IssueException(result.issues());
    }
    errors = result.issues().stream().filter(Issue::isError).toList();
    return result.estate();
  }

  /** What can be read is explained all the same; errors of other files are counted only. */
  private void warn(Set<String> files) {
    List<Issue> here =
        errors.stream()
            .filter(
                issue ->
                    issue
                        .location()
                        .filter(span -> files.contains(relative(span.source().name())))
                        .isPresent())
            .limit(MOST_ISSUES)
            .toList();
    PrintWriter err = spec.commandLine().getErr();
    err.print(IssueRenderer.render(here));
    int others = errors.size() - here.size();
    if (others > 0) {
      err.println(
          others
              + (here.isEmpty() ? "" : " more")
              + (others == 1 ? " error" : " errors")
              + " in the folder; 'fanout lint' shows all");
    }
    err.flush();
  }

  private String relative(String file) {
    String prefix = folder + "/";
    return file.startsWith(prefix) ? file.substring(prefix.length()) : file;
  }
}
