package dev.fanout.cli;

import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.CatalogReader;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which catalog a command works on: the named one, else {@code fanout.yaml} if it is there, else
 * the published case with 100 APIs. A mixin.
 */
final class CatalogChoice {
  private static final Path DEFAULT_CATALOG = Path.of("fanout.yaml");
  private static final int DEFAULT_APIS = 100;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The catalog (default: fanout.yaml if it is there).")
  private @Nullable Path catalog;

  @Option(
      names = "--apis",
      paramLabel = "N",
      description = "So many APIs like those of the published benchmark, without a catalog.")
  private @Nullable Integer apis;

  CatalogChoice() {}

  /**
   * @throws dev.fanout.diagnostics.IssueException for a catalog with mistakes
   */
  Catalog read() {
    return read(spec, catalog, apis);
  }

  Topology topology(String id) {
    return topology(spec, id);
  }

  static Catalog read(CommandSpec spec, @Nullable Path catalog, @Nullable Integer apis) {
    if (catalog != null && apis != null) {
      throw new ParameterException(spec.commandLine(), "--apis goes without --catalog");
    }
    if (catalog != null) {
      return CatalogReader.read(catalog).orThrow();
    }
    if (apis == null && Files.exists(DEFAULT_CATALOG)) {
      return CatalogReader.read(DEFAULT_CATALOG).orThrow();
    }
    try {
      return Catalogs.published(apis == null ? DEFAULT_APIS : apis);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  static Topology topology(CommandSpec spec, String id) {
    return Topology.ofId(id.strip())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "'"
                        + id
                        + "' is not a topology; there are "
                        + String.join(", ", Topology.ids())));
  }
}
