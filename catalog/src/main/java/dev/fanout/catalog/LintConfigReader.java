package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code fanout-lint.yaml}. */
public final class LintConfigReader {
  private static final int LONGEST = 1 << 20;
  private static final List<String> KEYS = List.of("tier", "fail-on", "ignore");
  private static final List<String> LIMITS = List.of("error", "warning", "info", "never");
  private static final List<String> IGNORE_KEYS = List.of("code", "reason", "paths");

  private LintConfigReader() {}

  /**
   * Reads a file.
   *
   * @throws IssueException with all mistakes in it
   */
  public static LintConfig read(Path file) {
    TextFiles.Loaded loaded = TextFiles.load(file, file.toString());
    if (loaded.source().isEmpty()) {
      throw new IssueException(List.of(Issue.error(CatalogReader.FILE, loaded.problem())));
    }
    return read(loaded.source().get());
  }

  /**
   * Reads a text.
   *
   * @throws IssueException with all mistakes in it
   */
  public static LintConfig read(SourceText source) {
    DataDocument document = DataDocument.parse(source, CatalogReader.SYNTAX, LONGEST);
    if (!document.issues().isEmpty()) {
      throw new IssueException(document.issues());
    }
    if (document.root().isEmpty()) {
      return LintConfig.NONE;
    }
    DataReader reader = new DataReader();
    LintConfig config =
        reader
            .mapping(document.root().get(), "fanout-lint.yaml", KEYS)
            .map(entries -> config(reader, entries))
            .orElse(LintConfig.NONE);
    if (reader.hasErrors()) {
      throw new IssueException(reader.issues());
    }
    return config;
  }

  private static LintConfig config(DataReader reader, Map<String, DataNode> entries) {
    List<LintConfig.Ignored> ignored = new ArrayList<>();
    DataNode list = entries.get("ignore");
    if (list != null) {
      for (DataNode item : reader.list(list, "ignore").orElse(List.of())) {
        ignored(reader, item).ifPresent(ignored::add);
      }
    }
    return new LintConfig(
        word(reader, entries.get("tier"), "tier"), failOn(reader, entries.get("fail-on")), ignored);
  }

  private static Optional<LintConfig.Ignored> ignored(DataReader reader, DataNode item) {
    Optional<Map<String, DataNode>> entries =
        reader.mapping(item, "an entry of ignore", IGNORE_KEYS);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    for (String key : List.of("code", "reason")) {
      if (!entries.get().containsKey(key)) {
        reader.missing(item.span(), "an entry of ignore", key);
      }
    }
    DataNode code = entries.get().get("code");
    DataNode reason = entries.get().get("reason");
    if (code == null || reason == null) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>();
    DataNode globs = entries.get().get("paths");
    if (globs != null) {
      for (DataNode glob : reader.list(globs, "paths").orElse(List.of())) {
        reader.text(glob, "a path").ifPresent(paths::add);
      }
    }
    Optional<String> name = reader.text(code, "code");
    Optional<String> why = reader.text(reason, "reason");
    return name.isPresent() && why.isPresent()
        ? reader.checked(
            reason, () -> new LintConfig.Ignored(name.get(), why.get(), paths, code.span()))
        : Optional.empty();
  }

  private static Optional<String> failOn(DataReader reader, @Nullable DataNode node) {
    Map<String, String> words = new LinkedHashMap<>();
    LIMITS.forEach(word -> words.put(word, word));
    return node == null ? Optional.empty() : reader.oneOf(node, "fail-on", words);
  }

  private static Optional<String> word(DataReader reader, @Nullable DataNode node, String what) {
    return node == null ? Optional.empty() : reader.text(node, what);
  }
}
