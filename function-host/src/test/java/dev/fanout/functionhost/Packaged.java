package dev.fanout.functionhost;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The mock backend as mvn package leaves it. */
final class Packaged {
  private Packaged() {}

  static Path folder() {
    Path folder = Path.of("..", "function-app", "target", "azure-functions", "mock-backend");
    assumeTrue(Files.isDirectory(folder), "function-app is not packaged (mvn package does)");
    return folder;
  }
}
