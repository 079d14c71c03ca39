package dev.fanout.cli;

import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.policies.PolicyFormat;
import dev.fanout.policies.format.FileFormatter;
import dev.fanout.policies.format.FileOutcome;
import dev.fanout.policies.format.FormattedPolicy;
import dev.fanout.policies.format.PolicyFile;
import dev.fanout.policies.format.PolicyFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout fmt}: policy documents in one canonical form. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    header = "Formats policy documents; never changes what they mean.",
    description = {
      "",
      "Expressions may stand unescaped. Bodies, values, comments and the code of expressions stay"
          + " byte for byte. In a folder, every policy document among the XML files is"
          + " formatted. A document with errors of syntax is refused and the others are formatted;"
          + " the exit code then is 2.",
      "",
    })
public final class FmtCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup private Mode mode = new Mode();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description =
          "Write all expressions as rawxml (C# as it is) or as xml (C# with entities). By default"
              + " each stays as it is.")
  private @Nullable PolicyFormat format;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths = new ArrayList<>();

  FmtCommand() {}

  /** For help and completion. */
  static final class Formats implements Iterable<String> {
    Formats() {}

    @Override
    public Iterator<String> iterator() {
      return Stream.of(PolicyFormat.values())
          .map(value -> value.name().toLowerCase(Locale.ROOT))
          .iterator();
    }
  }

  /** What to do instead of writing. */
  static final class Mode {
    @Option(
        names = "--check",
        description = "Write nothing; list the files that would change. Exit code 10 if any would.")
    private boolean check;

    @Option(
        names = "--diff",
        description = "Write nothing; print the changes for 'git apply'. Exit code 10 if any.")
    private boolean diff;

    Mode() {}

    boolean writes() {
      return !check && !diff;
    }
  }

  /** How many files came out how. */
  private static final class Counts {
    private int changed;
    private int unchanged;
    private int refused;
    private int failed;
    private int skipped;

    String summary(boolean writes) {
      StringBuilder summary = new StringBuilder();
      summary.append(changed).append(writes ? " formatted, " : " to format, ");
      summary.append(unchanged).append(" already formatted");
      if (refused > 0) {
        summary.append(", ").append(refused).append(" refused");
      }
      if (failed > 0) {
        summary.append(", ").append(failed).append(" failed");
      }
      if (skipped > 0) {
        summary.append("; other XML files left out: ").append(skipped);
      }
      return summary.toString();
    }

    boolean isNothing() {
      return changed + unchanged + refused + failed == 0;
    }

    int exitCode(boolean writes) {
      if (failed > 0) {
        return ExitCode.ENVIRONMENT;
      }
      if (refused > 0) {
        return ExitCode.USAGE;
      }
      return changed > 0 && !writes ? ExitCode.DIFFERENT : ExitCode.OK;
    }
  }

  @Override
  public Integer call() throws IOException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), "no such file or folder: " + path);
      }
    }
    Counts counts = new Counts();
    for (PolicyFile file : PolicyFiles.under(paths, failure -> fail(failure, counts))) {
      try {
        format(file, counts);
      } catch (IOException e) {
        fail(e, counts);
      }
    }
    if (counts.isNothing()) {
      err().println("fanout: there is no policy document in " + names());
      return ExitCode.USAGE;
    }
    // What --check and --diff print is for other programs.
    PrintWriter summary = mode.writes() ? spec.commandLine().getOut() : err();
    summary.println(counts.summary(mode.writes()));
    err().flush();
    return counts.exitCode(mode.writes());
  }

  private void fail(IOException failure, Counts counts) {
    counts.failed++;
    err().println("fanout: " + Failures.describe(failure));
  }

  private String names() {
    return paths.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", "));
  }

  private void format(PolicyFile file, Counts counts) throws IOException {
    FileOutcome outcome = FileFormatter.format(file, Optional.ofNullable(format));
    if (outcome instanceof FileOutcome.Changed changed) {
      change(file.path(), changed.policy());
      counts.changed++;
    } else if (outcome instanceof FileOutcome.Refused refused) {
      err().print(IssueRenderer.render(refused.issues()));
      counts.refused++;
    } else if (outcome instanceof FileOutcome.Skipped) {
      counts.skipped++;
    } else {
      counts.unchanged++;
    }
  }

  private void change(Path file, FormattedPolicy formatted) throws IOException {
    if (mode.diff) {
      spec.commandLine().getOut().print(formatted.diff());
      return;
    }
    if (mode.writes()) {
      FileFormatter.write(file, formatted);
    }
    spec.commandLine().getOut().println(formatted.source().name());
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
