package dev.fanout.experiment;

import dev.fanout.catalog.Catalog;
import java.nio.file.Path;
import java.util.Objects;

/** What is compared. */
public sealed interface Subject {
  /** Two topologies of a catalog, whose artifacts are generated into the run folder. */
  record OfCatalog(Catalog catalog) implements Subject {
    public OfCatalog {
      Objects.requireNonNull(catalog, "catalog");
    }
  }

  /** Two folders in the APIOps layout, read where they are. */
  record OfFolders(Path artifactsA, Path artifactsB) implements Subject {
    public OfFolders {
      Objects.requireNonNull(artifactsA, "artifactsA");
      Objects.requireNonNull(artifactsB, "artifactsB");
    }
  }
}
