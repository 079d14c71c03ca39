package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files of an estate, also those that nothing here understands: what is not edited is written
 * as it was read, byte for byte. Links and folders whose names start with a dot are no part of it.
 * Immutable; files that were not edited are read when they are asked for.
 */
public final class EstateFolder {
  private static final long LONGEST_FILE = 256 << 20;

  private final ArtifactFiles files;
  private final String name;
  private final SortedMap<String, Change> changes;

  /** What an edited file was, null when there was none, and what it is now. */
  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Change(byte @Nullable [] before, byte[] after) {}

  private EstateFolder(ArtifactFiles files, String name, SortedMap<String, Change> changes) {
    this.files = files;
    this.name = name;
    this.changes = changes;
  }

  /**
   * Looks up what is there.
   *
   * @throws IssueException when the folder cannot be listed
   */
  public static EstateFolder open(Path folder) {
    ArtifactFiles files = ArtifactFiles.of(folder);
    if (files.issues().stream().anyMatch(Issue::isError)) {
      throw new IssueException(files.issues());
    }
    return new EstateFolder(files, folder.toString(), new TreeMap<>());
  }

  /** The same for files in memory: path in the folder, with {@code /}, to content. */
  public static EstateFolder of(Map<String, byte[]> files) {
    return new EstateFolder(ArtifactFiles.of(files), "", new TreeMap<>());
  }

  /** What each file is, in order of paths. */
  public List<ArtifactPath> artifacts() {
    List<ArtifactPath> all = new ArrayList<>();
    files.paths().forEach(path -> all.add(ArtifactPath.of(path)));
    return all;
  }

  /** A file's content; empty if there is no such file. */
  public Optional<byte[]> bytes(String path) {
    if (!files.has(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(files.bytes(path, LONGEST_FILE).clone());
    } catch (IOException e) {
      throw new UncheckedIOException(shown(path) + ": " + ArtifactIssues.reason(e), e);
    }
  }

  /** The estate that these files describe. */
  public EstateResult read() {
    return new EstateReading(files, name).read();
  }

  /** Changes to make; this folder stays as it is. */
  public EstateEdit edit() {
    return new EstateEdit(this);
  }

  /** The files that were edited or added, with their new content. */
  public SortedMap<String, byte[]> changes() {
    SortedMap<String, byte[]> all = new TreeMap<>();
    changes.forEach((path, change) -> all.put(path, change.after().clone()));
    return all;
  }

  /**
   * Writes all files. A file with the right content is not touched, a file that is not of this
   * estate stays, and one that is neither what was read nor what is to be written is an error.
   *
   * @return with an error for each file in the way, if there is one; nothing is written then
   * @throws IssueException when the folder cannot be written: no space, no right
   */
  public WriteSummary write(Path folder) {
    List<Issue> issues = new ArrayList<>();
    List<String> toCreate = new ArrayList<>();
    List<String> toUpdate = new ArrayList<>();
    int unchanged = 0;
    Path current = folder;
    try {
      for (String path : files.paths()) {
        current = folder.resolve(path);
        byte[] present = present(current);
        if (present == null) {
          toCreate.add(path);
        } else if (Arrays.equals(present, files.bytes(path, LONGEST_FILE))) {
          unchanged++;
        } else if (isBefore(path, present)) {
          toUpdate.add(path);
        } else {
          issues.add(
              Issue.error(
                      ArtifactIssues.NOT_OURS,
                      "'" + current + "' is not what was read, and would be lost")
                  .withHint("read the folder again, or write to an empty one"));
        }
      }
      if (!issues.isEmpty()) {
        return new WriteSummary(0, 0, unchanged, 0, issues);
      }
      OutputFolder output = new OutputFolder(folder);
      for (List<String> paths : List.of(toCreate, toUpdate)) {
        for (String path : paths) {
          current = folder.resolve(path);
          output.put(path, files.bytes(path, LONGEST_FILE));
        }
      }
      return new WriteSummary(toCreate.size(), toUpdate.size(), unchanged, 0, issues);
    } catch (IOException e) {
      throw new IssueException(List.of(OutputFolder.failed(current, e)));
    }
  }

  /** What messages call a file. */
  String shown(String path) {
    return name.isEmpty() ? path : name + "/" + path;
  }

  EstateFolder with(SortedMap<String, byte[]> edited) {
    SortedMap<String, Change> all = new TreeMap<>(changes);
    edited.forEach(
        (path, after) -> {
          Change former = changes.get(path);
          byte[] before = former != null ? former.before() : bytes(path).orElse(null);
          all.put(path, new Change(before, after));
        });
    return new EstateFolder(files.with(edited), name, all);
  }

  private boolean isBefore(String path, byte[] present) {
    Change change = changes.get(path);
    return change != null && Arrays.equals(present, change.before());
  }

  private static byte @Nullable [] present(Path file) throws IOException {
    try {
      return Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
