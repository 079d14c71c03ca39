package dev.fanout.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The commit that the launcher's folder is at, read from {@code .git} without starting git. Empty
 * for anything unusual, such as a source archive.
 */
final class SourceCommit {
  private SourceCommit() {}

  static Optional<String> here() {
    String home = System.getProperty("fanout.home", "");
    return home.isEmpty() ? Optional.empty() : of(Path.of(home));
  }

  static Optional<String> of(Path home) {
    try {
      Path git = home.resolve(".git");
      String head = text(git.resolve("HEAD"));
      if (!head.startsWith("ref: ")) {
        return commit(head);
      }
      String ref = head.substring("ref: ".length());
      Path loose = git.resolve(ref);
      if (Files.isRegularFile(loose)) {
        return commit(text(loose));
      }
      return Files.readAllLines(git.resolve("packed-refs"), StandardCharsets.UTF_8).stream()
          .filter(line -> line.endsWith(" " + ref))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst()
          .flatMap(SourceCommit::commit);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  private static Optional<String> commit(String text) {
    return text.matches("[0-9a-f]{40,64}") ? Optional.of(text) : Optional.empty();
  }
}
