package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated files into a folder and keeps track of them in {@value Manifest#NAME}. Files
 * that it did not write, or that were changed since, are never touched; a second run with the same
 * files changes nothing. Each file appears whole or not at all.
 */
public final class EstateWriter {
  private static final int MOST_CONFLICTS = 20;

  private final boolean force;

  public EstateWriter() {
    this(false);
  }

  /**
   * @param force whether files that are in the way are overwritten, too
   */
  public EstateWriter(boolean force) {
    this.force = force;
  }

  /**
   * Writes files, and deletes those that an earlier call wrote and that are not among them.
   *
   * @param files path in the folder, with {@code /}, to content
   * @return with an error for each file in the way, if there is one; nothing is written then
   * @throws IssueException when the folder cannot be written: no space, no right
   */
  public WriteSummary write(Map<String, byte[]> files, Path folder) {
    for (String path : files.keySet()) {
      if (!Manifest.isInside(path) || path.equals(Manifest.NAME)) {
        throw new IllegalArgumentException("'" + path + "' is not a path in a folder");
      }
    }
    Run run = new Run(files, folder);
    try {
      return run.write();
    } catch (IOException e) {
      throw new IssueException(List.of(OutputFolder.failed(run.current, e)));
    }
  }

  private final class Run {
    private final SortedMap<String, byte[]> files;
    private final Path folder;
    private final List<Issue> issues = new ArrayList<>();
    private final List<String> toCreate = new ArrayList<>();
    private final List<String> toUpdate = new ArrayList<>();
    private final List<String> toDelete = new ArrayList<>();
    private final OutputFolder output;

    /** Folders that were or were not there when they were first asked for. */
    private final Map<Path, Boolean> present = new HashMap<>();

    private int conflicts;
    private int unchanged;
    private Path current;

    Run(Map<String, byte[]> files, Path folder) {
      this.files = new TreeMap<>(files);
      this.folder = folder;
      this.output = new OutputFolder(folder);
      this.current = folder;
    }

    WriteSummary write() throws IOException {
      Manifest old = readManifest();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        plan(old, file.getKey(), file.getValue());
      }
      for (String path : old.paths()) {
        if (!files.containsKey(path)) {
          planDelete(old, path);
        }
      }
      if (conflicts > MOST_CONFLICTS) {
        issues.add(
            Issue.error(
                ArtifactIssues.NOT_OURS,
                "and " + (conflicts - MOST_CONFLICTS) + " more files in the way"));
      }
      if (issues.stream().anyMatch(Issue::isError)) {
        return new WriteSummary(0, 0, unchanged, 0, issues);
      }
      Manifest next = Manifest.of(files);
      boolean nothing = toCreate.isEmpty() && toUpdate.isEmpty() && toDelete.isEmpty();
      if (!nothing) {
        put(Manifest.NAME, old.and(next).bytes());
      }
      for (String path : toCreate) {
        put(path, content(path));
      }
      for (String path : toUpdate) {
        put(path, content(path));
      }
      for (String path : toDelete) {
        delete(path);
      }
      if (!nothing || !Arrays.equals(read(Manifest.NAME), next.bytes())) {
        put(Manifest.NAME, next.bytes());
      }
      return new WriteSummary(toCreate.size(), toUpdate.size(), unchanged, toDelete.size(), issues);
    }

    private Manifest readManifest() throws IOException {
      byte[] bytes = read(Manifest.NAME);
      if (bytes == null) {
        return Manifest.empty();
      }
      try {
        return Manifest.parse(bytes);
      } catch (IllegalArgumentException e) {
        if (!force) {
          issues.add(
              Issue.error(
                      ArtifactIssues.NOT_OURS,
                      "'" + folder.resolve(Manifest.NAME) + "' cannot be used: " + e.getMessage())
                  .withHint("write to another folder, or overwrite with --force"));
        }
        return Manifest.empty();
      }
    }

    private void plan(Manifest old, String path, byte[] content) throws IOException {
      byte[] present = read(path);
      if (present == null) {
        toCreate.add(path);
      } else if (Arrays.equals(present, content)) {
        unchanged++;
      } else if (force || old.wrote(path, present)) {
        toUpdate.add(path);
      } else {
        conflict(path, old.has(path) ? "was changed by hand" : "was not written by fanout");
      }
    }

    private void planDelete(Manifest old, String path) throws IOException {
      byte[] present = read(path);
      if (present == null) {
        return;
      }
      if (old.wrote(path, present)) {
        toDelete.add(path);
      } else {
        issues.add(
            new Issue(
                ArtifactIssues.NOT_OURS,
                Severity.WARNING,
                Optional.empty(),
                "'" + folder.resolve(path) + "' is not needed any more, but was changed by hand",
                Optional.of("it is kept")));
      }
    }

    private void conflict(String path, String why) {
      if (++conflicts <= MOST_CONFLICTS) {
        issues.add(
            Issue.error(ArtifactIssues.NOT_OURS, "'" + folder.resolve(path) + "' " + why)
                .withHint("write to another folder, or overwrite with --force"));
      }
    }

    /** Null when there is no such file. */
    private byte @Nullable [] read(String path) throws IOException {
      Path file = folder.resolve(path);
      current = file;
      Path parent = file.getParent();
      if (parent != null && !present.computeIfAbsent(parent, Files::exists)) {
        return null;
      }
      try {
        return Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file);
      } catch (NoSuchFileException e) {
        return null;
      }
    }

    private byte[] content(String path) {
      byte[] bytes = files.get(path);
      if (bytes == null) {
        throw new IllegalStateException(path);
      }
      return bytes;
    }

    private void put(String path, byte[] content) throws IOException {
      current = folder.resolve(path);
      output.put(path, content);
    }

    private void delete(String path) throws IOException {
      current = folder.resolve(path);
      Files.deleteIfExists(current);
      Path parent = current.getParent();
      while (parent != null && !parent.equals(folder) && isEmpty(parent)) {
        Files.delete(parent);
        parent = parent.getParent();
      }
    }

    private static boolean isEmpty(Path directory) throws IOException {
      try (var entries = Files.newDirectoryStream(directory)) {
        return !entries.iterator().hasNext();
      }
    }
  }
}
