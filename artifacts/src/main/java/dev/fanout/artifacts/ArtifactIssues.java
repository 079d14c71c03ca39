package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Codes of issues about artifact folders. */
public final class ArtifactIssues {
  /** The folder is missing, empty, or holds no artifacts. */
  public static final String FOLDER = "ARTIFACTS_FOLDER";

  /** A file cannot be read: size, encoding, rights, or a link out of the folder. */
  public static final String FILE = "ARTIFACTS_FILE";

  /** A JSON file is broken. */
  public static final String JSON = "ARTIFACTS_JSON";

  /** A JSON file lacks what it must have, or has a value that cannot be. */
  public static final String VALUE = "ARTIFACTS_VALUE";

  /** Something names an entity that the folder does not have. */
  public static final String REFERENCE = "ARTIFACTS_REFERENCE";

  /** A user asked for an entity that the folder does not have. */
  public static final String NOT_FOUND = "ARTIFACTS_NOT_FOUND";

  /** Something that is read over, since the local gateway does not know it. */
  public static final String NOT_READ = "ARTIFACTS_NOT_READ";

  /** A file that the generator would write was not written by it, or was changed since. */
  public static final String NOT_OURS = "ARTIFACTS_NOT_OURS";

  /** The disk is full. */
  public static final String DISK_FULL = "ARTIFACTS_DISK_FULL";

  /** A file cannot be written. */
  public static final String WRITE = "ARTIFACTS_WRITE";

  private ArtifactIssues() {}

  /**
   * An issue about a whole file, none of whose text is shown.
   *
   * @param file as messages call it
   */
  public static Issue of(String file, String code, Severity severity, String message) {
    return new Issue(
        code, severity, Optional.of(SourceText.of(file, "").span(0, 0)), message, Optional.empty());
  }

  /** Why a file cannot be read or written, without its name. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** The same place in a text that shows nothing. */
  static SourceSpan hidden(SourceSpan span) {
    String text = span.source().text().replaceAll("[^\\r\\n]", " ");
    return SourceText.of(span.source().name(), text).span(span.start(), span.start());
  }
}
