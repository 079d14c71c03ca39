package dev.fanout.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout import}: results of other load tools. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Reads the results of other load tools.",
    subcommands = {ImportK6Command.class})
public final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  ImportCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to import, such as 'k6'");
  }
}
