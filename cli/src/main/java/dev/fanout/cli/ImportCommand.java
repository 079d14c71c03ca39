package dev.fanout.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout import}: what another tool measured. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "FORMAT",
    header = "Reads what another load tool measured.",
    description = "",
    subcommands = {ImportK6Command.class, JtlImportCommand.class})
public final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  ImportCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a format: " + String.join(", ", spec.subcommands().keySet()));
  }
}
