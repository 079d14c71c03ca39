package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What there is to lint in a folder: estates, and XML files outside of them. Hidden folders and
 * build output are passed over, links are not followed.
 */
final class PolicyFiles {
  private static final int MOST_FILES = 200_000;
  private static final int DEEPEST = 30;
  private static final Set<String> KINDS =
      Set.of("apis", "backends", "policy fragments", "named values", "version sets", "products");
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "bin", "obj");

  private final List<Path> estates = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  private PolicyFiles() {}

  /** Estates in the folder, itself perhaps. */
  static PolicyFiles in(Path folder) {
    PolicyFiles found = new PolicyFiles();
    found.walk(folder);
    found.estates.sort(null);
    found.files.sort(null);
    return found;
  }

  /** All XML files in an estate. */
  static List<Path> xmlFiles(Path estate) {
    PolicyFiles found = new PolicyFiles();
    try {
      Files.walkFileTree(estate, Set.of(), DEEPEST, found.new Collector(estate, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.files.sort(null);
    return found.files;
  }

  List<Path> estates() {
    return estates;
  }

  /** What could not be looked at. */
  List<Issue> issues() {
    return issues;
  }

  List<Path> files() {
    return files;
  }

  private void walk(Path folder) {
    try {
      Files.walkFileTree(folder, Set.of(), DEEPEST, new Collector(folder, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does it have one of the folders of the layout, with an entity in it? */
  static boolean isEstate(Path folder) {
    for (String kind : KINDS) {
      Path entities = folder.resolve(kind);
      if (Files.isDirectory(entities) && hasEntity(entities)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEntity(Path entities) {
    try (Stream<Path> folders = Files.list(entities)) {
      return folders.limit(50).filter(Files::isDirectory).anyMatch(PolicyFiles::isEntity);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isEntity(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(name -> name.endsWith("Information.json") || name.equals("policy.xml"));
    } catch (IOException e) {
      return false;
    }
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final boolean findsEstates;

    Collector(Path root, boolean findsEstates) {
      this.root = root;
      this.findsEstates = findsEstates;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped = name.startsWith(".") && name.length() > 2 || SKIPPED.contains(name);
      if (!folder.equals(root) && skipped) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (findsEstates && isEstate(folder)) {
        estates.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isDirectory()) {
        report(file, "not read, since it is more than " + DEEPEST + " folders deep");
      } else if (attributes.isRegularFile() && isXml(file)) {
        if (files.size() == MOST_FILES) {
          report(
              root, "there are more than " + MOST_FILES + " XML files; the others were not read");
          return FileVisitResult.TERMINATE;
        }
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      report(file, "cannot be read: " + ArtifactIssues.reason(e));
      return FileVisitResult.CONTINUE;
    }

    /** Of an estate, its reader tells. */
    private void report(Path file, String message) {
      if (findsEstates) {
        issues.add(
            ArtifactIssues.of(file.toString(), ArtifactIssues.FILE, Severity.ERROR, message));
      }
    }
  }

  private static boolean isXml(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".xml");
  }
}
