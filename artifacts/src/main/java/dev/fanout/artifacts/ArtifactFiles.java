package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an artifact folder by their path in it. Links are not followed, so that a folder
 * cannot show what lies outside; there may be 200,000 files, 12 levels deep.
 */
final class ArtifactFiles {
  private static final int MOST_FILES = 200_000;
  private static final int DEEPEST = 12;

  /** Reads a file; the error's message is for users. */
  interface Content {
    byte[] bytes(long longest) throws IOException;
  }

  /**
   * A file.
   *
   * @param length in bytes, when the folder was looked through
   */
  private record Entry(long length, Content content) {
    static Entry of(byte[] bytes) {
      return new Entry(bytes.length, longest -> checked(bytes, longest));
    }
  }

  private final SortedMap<String, Entry> contents = new TreeMap<>();
  private final List<Issue> issues = new ArrayList<>();

  private ArtifactFiles() {}

  static ArtifactFiles of(Map<String, byte[]> files) {
    ArtifactFiles all = new ArtifactFiles();
    files.forEach((path, bytes) -> all.contents.put(path, Entry.of(bytes)));
    return all;
  }

  static ArtifactFiles of(Path folder) {
    ArtifactFiles all = new ArtifactFiles();
    if (!Files.isDirectory(folder)) {
      all.issues.add(
          Issue.error(
              ArtifactIssues.FOLDER,
              Files.exists(folder)
                  ? "'" + folder + "' is not a folder"
                  : "folder '" + folder + "' does not exist"));
      return all;
    }
    try {
      Files.walkFileTree(folder, all.new Collector(folder));
    } catch (IOException e) {
      all.issues.add(
          Issue.error(ArtifactIssues.FOLDER, "'" + folder + "': " + ArtifactIssues.reason(e)));
    }
    return all;
  }

  /** The files of a folder in this one, by their paths in that folder. */
  ArtifactFiles under(String prefix) {
    ArtifactFiles inside = new ArtifactFiles();
    for (Map.Entry<String, Entry> entry : contents.tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      inside.contents.put(entry.getKey().substring(prefix.length()), entry.getValue());
    }
    return inside;
  }

  /** These files with some changed or added. */
  ArtifactFiles with(Map<String, byte[]> changed) {
    ArtifactFiles all = new ArtifactFiles();
    all.contents.putAll(contents);
    all.issues.addAll(issues);
    changed.forEach((path, bytes) -> all.contents.put(path, Entry.of(bytes)));
    return all;
  }

  /** Paths in order of their characters, with {@code /}. */
  Iterable<String> paths() {
    return contents.keySet();
  }

  boolean isEmpty() {
    return contents.isEmpty();
  }

  boolean has(String path) {
    return contents.containsKey(path);
  }

  /** In bytes, when the folder was looked through; 0 for no such file. */
  long length(String path) {
    Entry entry = contents.get(path);
    return entry == null ? 0 : entry.length();
  }

  /** Threads may read files at the same time. */
  byte[] bytes(String path, long longest) throws IOException {
    Entry entry = contents.get(path);
    if (entry == null) {
      throw new IOException("no such file");
    }
    return entry.content().bytes(longest);
  }

  List<Issue> issues() {
    return issues;
  }

  private static byte[] checked(byte[] bytes, long longest) throws IOException {
    checkSize(bytes.length, longest);
    return bytes;
  }

  private static void checkSize(long size, long longest) throws IOException {
    if (size > longest) {
      throw new IOException("has " + size + " bytes; the limit is " + longest);
    }
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;

    Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      boolean hidden = !dir.equals(root) && dir.getFileName().toString().startsWith(".");
      return hidden || root.relativize(dir).getNameCount() > DEEPEST
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = relative(file);
      if (attributes.isSymbolicLink()) {
        issues.add(
            ArtifactIssues.of(
                root + "/" + path,
                ArtifactIssues.FILE,
                Severity.WARNING,
                "a link is not followed"));
        return FileVisitResult.CONTINUE;
      }
      if (contents.size() >= MOST_FILES) {
        issues.add(Issue.error(ArtifactIssues.FOLDER, "'" + root + "' has more than 200000 files"));
        return FileVisitResult.TERMINATE;
      }
      if (attributes.isRegularFile()) {
        contents.put(
            path,
            new Entry(
                attributes.size(),
                longest -> {
                  checkSize(Files.size(file), longest);
                  return Files.readAllBytes(file);
                }));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      issues.add(
          ArtifactIssues.of(
              root + "/" + relative(file),
              ArtifactIssues.FILE,
              Severity.ERROR,
              "cannot be read: " + ArtifactIssues.reason(e)));
      return FileVisitResult.CONTINUE;
    }

    private String relative(Path file) {
      return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
  }
}
