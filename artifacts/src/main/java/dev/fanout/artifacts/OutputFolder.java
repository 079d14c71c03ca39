package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A folder that files are put into: each appears whole or not at all, and none outside of it. */
final class OutputFolder {
  private final Path folder;
  private final Set<Path> knownFolders = new HashSet<>();

  OutputFolder(Path folder) {
    this.folder = folder;
  }

  void put(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && knownFolders.add(parent)) {
      makeFolder(path);
    }
    Path temporary = file.resolveSibling(file.getFileName() + ".fanout-tmp");
    try {
      Files.write(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** What to say of a path that could not be written. */
  static Issue failed(Path path, IOException e) {
    String reason =
        e instanceof FileSystemException fileSystem && fileSystem.getReason() != null
            ? fileSystem.getReason()
            : e instanceof AccessDeniedException ? "access denied" : ArtifactIssues.reason(e);
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return Issue.error(
              ArtifactIssues.DISK_FULL, "the disk is full: '" + path + "' cannot be written")
          .withHint("make room and start again; what was written so far is kept");
    }
    return Issue.error(ArtifactIssues.WRITE, "'" + path + "' cannot be written: " + reason);
  }

  /** A link in the folder must not lead out of it. */
  private void makeFolder(String path) throws IOException {
    Files.createDirectories(folder);
    Path at = folder;
    String[] names = path.split("/", -1);
    for (int i = 0; i + 1 < names.length; i++) {
      at = at.resolve(names[i]);
      if (Files.isSymbolicLink(at)) {
        throw new FileSystemException(at.toString(), null, "it is a link");
      }
      if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(at);
      }
    }
  }
}
