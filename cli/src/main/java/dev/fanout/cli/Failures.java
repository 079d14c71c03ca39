package dev.fanout.cli;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns an exception into one message and an exit code. Input mistakes print with their source
 * line; failures of the environment print one line; anything else is a bug, whose trace goes to a
 * file.
 */
final class Failures implements IExecutionExceptionHandler {
  /** Issues that no change to the input would mend. */
  static final Set<String> ENVIRONMENT =
      Set.of(
          "GATEWAY_PORT",
          "GATEWAY_LOG",
          "RUN_NOT_WRITTEN",
          "REPORT_NOT_WRITTEN",
          ArtifactIssues.DISK_FULL,
          ArtifactIssues.WRITE);

  Failures() {}

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    int exitCode = report(failure, err);
    err.flush();
    return exitCode;
  }

  private static int report(Exception failure, PrintWriter err) {
    if (failure instanceof IssueException issues) {
      err.print(IssueRenderer.render(issues.issues()));
      return issues.issues().stream().anyMatch(issue -> ENVIRONMENT.contains(issue.code()))
          ? ExitCode.ENVIRONMENT
          : ExitCode.USAGE;
    }
    IOException io =
        failure instanceof UncheckedIOException unchecked
            ? unchecked.getCause()
            : failure instanceof IOException direct ? direct : null;
    if (io != null) {
      err.println("fanout: " + describe(io));
      return ExitCode.ENVIRONMENT;
    }
    err.println("fanout: this is a bug: " + failure);
    Path trace = writeTrace(failure);
    if (trace != null) {
      err.println("fanout: please report it with the file " + trace);
    }
    return ExitCode.BUG;
  }

  static String describe(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "no such file or folder: " + missing.getFile();
    }
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static @Nullable Path writeTrace(Exception failure) {
    try {
      Path file = Files.createTempFile("fanout-bug-", ".txt");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        failure.printStackTrace(writer);
      }
      return file;
    } catch (IOException e) {
      return null;
    }
  }
}
