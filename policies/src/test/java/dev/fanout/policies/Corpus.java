package dev.fanout.policies;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real documents from outside the repository, where they are present. */
public final class Corpus {
  private static final Path SHARED = shared();

  private Corpus() {}

  /** All documents by path; skips the test if there are none. */
  public static List<SourceText> documents() {
    Path folder = SHARED.resolve("corpus/policies");
    assumeTrue(Files.isDirectory(folder), "no ../shared");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .sorted()
          .map(file -> read(folder, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText read(Path folder, Path file) {
    try {
      String name = folder.relativize(file).toString().replace('\\', '/');
      return SourceText.of(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beside the project root, from the module's folder or a work tree elsewhere. */
  private static Path shared() {
    Path module = Path.of("").toAbsolutePath();
    return module.resolve("../../shared").normalize();
  }
}
