package dev.fanout.cli;

import dev.fanout.artifacts.EstateReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "fanout",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "One shared APIM Backend with rewrite-uri, or one Backend per API? Measured.",
    description = {
      "",
      "Start with:  fanout bench --quick",
      "",
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "   0  equivalent, same, done",
      "   2  wrong command line or input file",
      "  10  different, or a check found something",
      "  11  inconclusive, or not enough data",
      "  12  verdict withheld by an audit",
      "  20  the environment failed (port, disk, backend)",
      "   1  a bug in fanout",
    },
    subcommands = {
      BenchCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      LintCommand.class,
      EvalCommand.class,
      LoadCommand.class,
      SmokeCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      ImportCommand.class,
      CalibrateCommand.class,
      DemoCommand.class,
      InitCommand.class,
      GenerateCommand.class,
      FmtCommand.class,
      GatewayCommand.class,
      BackendCommand.class,
      LoadClassesCommand.class,
      AutoComplete.GenerateCompletion.class,
    })
public final class Fanout implements Runnable {
  /** Commands that soon read or write policy documents. */
  private static final Set<String> WITH_POLICIES = Set.of("gateway", "generate", "diff");

  @Spec private CommandSpec spec;

  public Fanout() {}

  public static void main(String[] arguments) {
    PrintWriter out =
        new PrintWriter(new java.io.PrintStream(System.out, false, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new java.io.PrintStream(System.err, true, StandardCharsets.UTF_8), true);
    if (arguments.length > 0 && WITH_POLICIES.contains(arguments[0])) {
      warmUp();
    }
    int exitCode = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** While the command line is read, another core can make ready what the first document needs. */
  private static void warmUp() {
    Thread thread = new Thread(EstateReader::warmUp, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs one command line; never throws and never exits the process. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(out, err).execute(arguments);
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine commandLine = new CommandLine(new Fanout());
    commandLine.setOut(out).setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    // An expression starts with '@' and never names a file of arguments.
    commandLine.setExpandAtFiles(false);
    commandLine.setExecutionExceptionHandler(new Failures());
    Objects.requireNonNull(commandLine.getSubcommands().get("generate-completion"))
        .getCommandSpec()
        .usageMessage()
        .description(
            "Prints a completion script for bash and zsh:",
            "  source <(fanout generate-completion)");
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
