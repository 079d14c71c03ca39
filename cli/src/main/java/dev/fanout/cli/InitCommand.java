package dev.fanout.cli;

import dev.fanout.catalog.CatalogTemplate;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout init}: a commented catalog to start from. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    header = "Writes a commented fanout.yaml.",
    description = "%nNever overwrites a file.%n")
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "fanout.yaml",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("fanout.yaml");

  InitCommand() {}

  @Override
  public Integer call() throws IOException {
    try {
      Files.writeString(file, CatalogTemplate.text(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new IssueException(
          List.of(
              Issue.error("CATALOG_EXISTS", "'" + file + "' is already there and was not changed")
                  .withHint("name another file: fanout init other.yaml")));
    }
    spec.commandLine().getOut().println(file + " written. Next: fanout diff, fanout bench --quick");
    return ExitCode.OK;
  }
}
