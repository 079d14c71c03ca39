package dev.fanout.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout demo}: traps of measuring, to be looked at. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Shows a trap of measuring, and what is done about it.",
    subcommands = {ColdScaleCommand.class})
public final class DemoCommand implements Runnable {
  @Spec private CommandSpec spec;

  DemoCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a demonstration, such as 'cold-scale'");
  }
}
