package dev.fanout.cli;

import dev.fanout.artifacts.lint.JsonReport;
import dev.fanout.artifacts.lint.LintOptions;
import dev.fanout.artifacts.lint.LintReport;
import dev.fanout.artifacts.lint.Linter;
import dev.fanout.artifacts.lint.SarifReport;
import dev.fanout.artifacts.lint.TextReport;
import dev.fanout.catalog.LintConfig;
import dev.fanout.catalog.LintConfigReader;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.model.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout lint}: what is wrong with these policies? */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    header = "Checks policy files, folders of them, and whole APIOps estates.",
    description = {
      "",
      "Each finding has a code with its own section in docs/lint-codes.md. A finding is ignored by a"
          + " comment in front of the element, <!-- fanout-ignore CODE: reason -->, or by"
          + " fanout-lint.yaml. Exit code 0: nothing found; 10: something at or above --fail-on.",
      "",
    })
public final class LintCommand implements Callable<Integer> {
  private static final Path CONFIG = Path.of("fanout-lint.yaml");

  /** How findings are printed. */
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  /** From which severity on the exit code tells. */
  enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER
  }

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Policy file, folder or estate.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "${COMPLETION-CANDIDATES} (default: warning).")
  private @Nullable FailOn failOn;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description =
          "Also check that policies are available there: consumption, developer, basic,"
              + " standard, premium, basic-v2, standard-v2, premium-v2.")
  private @Nullable String tier;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Default: fanout-lint.yaml, where it is present.")
  private @Nullable Path config;

  @Option(names = "--summary", description = "Counts instead of findings.")
  private boolean summary;

  LintCommand() {}

  @Override
  public Integer call() {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), "'" + path + "' does not exist");
      }
    }
    if (summary && format == Format.SARIF) {
      throw new ParameterException(spec.commandLine(), "--summary is text or json, not sarif");
    }
    LintConfig read = config();
    LintReport report =
        Linter.lint(
            paths, new LintOptions(tier(Optional.ofNullable(tier).or(read::tier)), read.ignored()));
    spec.commandLine().getOut().print(render(report));
    spec.commandLine().getOut().flush();
    FailOn limit =
        failOn == null
            ? word(FailOn.class, read.failOn(), "fail-on").orElse(FailOn.WARNING)
            : failOn;
    boolean fails = limit != FailOn.NEVER && report.hasAtLeast(Severity.valueOf(limit.name()));
    return fails ? ExitCode.DIFFERENT : ExitCode.OK;
  }

  private Optional<Tier> tier(Optional<String> name) {
    Optional<Tier> known = name.flatMap(Tier::of);
    if (name.isPresent() && known.isEmpty()) {
      String names =
          Arrays.stream(Tier.values()).map(Tier::optionName).collect(Collectors.joining(", "));
      throw new ParameterException(
          spec.commandLine(), "tier '" + name.get() + "' is none of " + names);
    }
    return known;
  }

  private String render(LintReport report) {
    return switch (format) {
      case TEXT -> summary ? TextReport.summary(report) : TextReport.render(report);
      case JSON -> summary ? JsonReport.summary(report) : JsonReport.render(report);
      case SARIF ->
          SarifReport.render(report, new Version().getVersion()[0].replaceFirst("^fanout ", ""));
    };
  }

  private LintConfig config() {
    if (config != null) {
      return LintConfigReader.read(config);
    }
    return Files.exists(CONFIG) ? LintConfigReader.read(CONFIG) : LintConfig.NONE;
  }

  private <E extends Enum<E>> Optional<E> word(Class<E> type, Optional<String> text, String key) {
    try {
      return text.map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), key + " '" + text.orElse("") + "' in the configuration is unknown");
    }
  }
}
