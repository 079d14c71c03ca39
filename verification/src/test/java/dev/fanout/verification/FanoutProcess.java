package dev.fanout.verification;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code fanout} as a process of its own, as a user runs it, from the classes under test. */
final class FanoutProcess {
  /** The folder of the checkout. */
  static final Path ROOT = root();

  private final Path directory;
  private final Duration limit;

  FanoutProcess(Path directory, Duration limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /** Everything the process said, when it had ended. */
  record Result(int exitCode, String out, String err) {
    /** No stack trace reaches a user. */
    boolean isClean() {
      return !(out + err).contains("\tat ") && !(out + err).contains("Exception in thread");
    }
  }

  Result run(String... arguments) throws InterruptedException {
    return run(List.of(arguments));
  }

  Result run(List<String> arguments) throws InterruptedException {
    try {
      Path out = Files.createTempFile("fanout-out", ".txt");
      Path err = Files.createTempFile("fanout-err", ".txt");
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      Result result =
          new Result(
              ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      if (!ended) {
        throw new AssertionError(arguments + " did not end within " + limit + ":\n" + result);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessBuilder builder(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-Dfanout.home=" + ROOT));
    int version = Runtime.version().feature();
    if (version >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (version >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", classPath(), "dev.fanout.cli.Fanout"));
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(directory.toFile());
  }

  /**
   * Whether the mock backend is packaged, as {@code mvn verify} does and {@code mvn test} does not.
   */
  static boolean hasBackend() {
    return Files.isDirectory(ROOT.resolve("function-app/target/azure-functions/mock-backend"));
  }

  /** As in a packaged program: Netty logs through SLF4J where the tests' libraries bring it. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("slf4j"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("fanout"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
