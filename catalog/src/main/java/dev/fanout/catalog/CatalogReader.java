package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code fanout.yaml}. Every mistake is found in one reading, each with line and column;
 * {@code fanout.schema.json} beside this class describes the same language for editors.
 */
public final class CatalogReader {
  public static final String SYNTAX = "CATALOG_SYNTAX";
  public static final String FILE = "CATALOG_FILE";

  private static final int LONGEST = 4 << 20;

  private CatalogReader() {}

  /** Reads a file; OpenAPI documents that it names are relative to its folder. */
  public static CatalogResult read(Path file) {
    TextFiles.Loaded loaded = TextFiles.load(file, file.toString());
    if (loaded.source().isEmpty()) {
      Issue issue = Issue.error(FILE, loaded.problem());
      boolean missing = loaded.problem().endsWith("does not exist");
      return failed(missing ? issue.withHint("'fanout init' writes one") : issue);
    }
    Path folder = file.toAbsolutePath().getParent();
    return read(loaded.source().get(), folder);
  }

  /** Reads a text; it cannot name OpenAPI documents. */
  public static CatalogResult read(SourceText source) {
    return read(source, null);
  }

  private static CatalogResult read(SourceText source, @Nullable Path folder) {
    DataDocument document = DataDocument.parse(source, SYNTAX, LONGEST);
    if (!document.issues().isEmpty()) {
      return new CatalogResult(Optional.empty(), document.issues());
    }
    if (document.root().isEmpty()) {
      return failed(
          Issue.error(SYNTAX, source.span(0, 0), "the catalog is empty")
              .withHint("'fanout init' writes a commented one"));
    }
    return new CatalogDocument(folder).read(document.root().get());
  }

  private static CatalogResult failed(Issue issue) {
    return new CatalogResult(Optional.empty(), List.of(issue));
  }
}
