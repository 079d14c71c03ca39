package dev.fanout.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where the checkout lies that this program was built in. */
final class Home {
  private Home() {}

  /**
   * The packaged mock backend.
   *
   * @throws IOException when it was not built
   */
  static Path mockBackend() throws IOException {
    Path folder = root().resolve("function-app/target/azure-functions/mock-backend");
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "the mock backend is not built ("
              + folder
              + "); start fanout by ./fanout, or run mvn package");
    }
    return folder;
  }

  /**
   * The launcher says it; else the jar lies in {@code cli/target/dist}, classes in {@code
   * cli/target}.
   */
  private static Path root() {
    String home = System.getProperty("fanout.home");
    if (home != null) {
      return Path.of(home);
    }
    CodeSource source = Home.class.getProtectionDomain().getCodeSource();
    Path place =
        source == null
            ? Path.of("")
            : Path.of(java.net.URI.create(source.getLocation().toString()));
    for (Path folder = place.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("function-app"))) {
        return folder;
      }
    }
    return Path.of("");
  }
}
