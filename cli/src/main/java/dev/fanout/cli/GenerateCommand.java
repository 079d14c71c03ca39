package dev.fanout.cli;

import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.artifacts.EstateWriter;
import dev.fanout.artifacts.WriteSummary;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fanout generate}: a topology as a folder in the APIOps layout. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    header = "Writes the artifacts of a topology: APIs, backends, fragments, policies.",
    description = {
      "",
      "The folder has the layout of APIOps. The same catalog gives the same bytes; files that this"
          + " command did not write, or that were changed since, are not touched.",
      "",
    })
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CatalogChoice catalogs = new CatalogChoice();

  @Option(
      names = "--topology",
      required = true,
      paramLabel = "NAME",
      description = "One of: ${COMPLETION-CANDIDATES}.",
      completionCandidates = BenchCommand.TopologyIds.class)
  private String topology = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Overwrite files that were changed by hand, too.")
  private boolean force;

  GenerateCommand() {}

  @Override
  public Integer call() {
    Topology chosen = catalogs.topology(topology);
    Catalog catalog = catalogs.read();
    WriteSummary summary =
        new EstateWriter(force)
            .write(new EstateGenerator().generate(catalog, chosen), out)
            .orThrow();
    spec.commandLine()
        .getOut()
        .println(chosen.id() + ", " + catalog.apis().size() + " APIs, in " + out + ": " + summary);
    return ExitCode.OK;
  }
}
