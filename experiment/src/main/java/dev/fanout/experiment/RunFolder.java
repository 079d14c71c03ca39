package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.RunFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder of a run: {@code run.json}, the histograms, {@code artifacts/} with what was compared,
 * {@code logs/} with what the processes complained about.
 */
record RunFolder(Path path) {
  private static final String LOGS = "logs";

  /** Nothing is written yet; the folder need not exist. */
  static RunFolder at(Path path) throws EnvironmentFailure {
    if (Files.exists(path.resolve(RunFile.NAME))) {
      throw new EnvironmentFailure(
          path
              + " holds a run already; choose another --out, or 'fanout report' to judge it again");
    }
    return new RunFolder(path);
  }

  void create() throws EnvironmentFailure {
    try {
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new EnvironmentFailure("cannot write to " + path + ": " + why(e), e);
    }
  }

  Path logs() {
    return path.resolve(LOGS);
  }

  static String why(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is not a folder";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
