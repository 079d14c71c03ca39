package dev.fanout.cli;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.catalog.Topology;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.gateway.diff.DiffResult;
import dev.fanout.gateway.diff.DiffTable;
import dev.fanout.gateway.diff.EstateDiff;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.EstateLoading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout diff}: do two topologies send the same upstream request? */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    header =
        "Shows, operation by operation, whether two topologies send the same upstream request.",
    description = {
      "",
      "Each side is a folder in the APIOps layout or the name of a topology of the catalog. Every"
          + " operation is probed with queries, encoded characters, a trailing slash and another"
          + " case; nothing is sent. Exit code 0: the same; 10: different.",
      "",
    })
public final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CatalogChoice catalogs = new CatalogChoice();
  @Mixin private NamedValueOption namedValues = new NamedValueOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      defaultValue = "shared-backend",
      description = "Folder or topology (default: ${DEFAULT-VALUE}).")
  private String a = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      defaultValue = "per-api",
      description = "Folder or topology (default: ${DEFAULT-VALUE}).")
  private String b = "";

  @Option(
      names = "--all",
      description = "Show every operation, instead of one of each kind of difference.")
  private boolean all;

  @Option(
      names = "--allow-unsupported",
      description = "Pass over policies that the gateway does not support (partial estate).")
  private boolean allowUnsupported;

  DiffCommand() {}

  @Override
  public Integer call() {
    CompileOptions options =
        CompileOptions.STRICT
            .withAllowUnsupported(allowUnsupported)
            .withNamedValues(namedValues.values());
    DiffResult result = EstateDiff.compare(estate(a), estate(b), options);
    spec.commandLine().getOut().print(new DiffTable(a, b, all).render(result));
    return result.isSame() ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private Estate estate(String side) {
    Optional<Topology> topology = Topology.ofId(side);
    if (topology.isPresent()) {
      return EstateReader.read(new EstateGenerator().generate(catalogs.read(), topology.get()))
          .orThrow();
    }
    Path folder = Path.of(side);
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "'"
              + side
              + "' is neither a folder nor a topology ("
              + String.join(", ", Topology.ids())
              + ")");
    }
    EstateResult read = EstateLoading.read(folder, allowUnsupported);
    if (!read.hasErrors()) {
      spec.commandLine().getErr().print(IssueRenderer.render(read.issues()));
      spec.commandLine().getErr().flush();
    }
    return read.orThrow();
  }
}
