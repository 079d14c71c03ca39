package dev.fanout.experiment.process;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Programs of the system that a run can do without. */
final class Programs {
  private Programs() {}

  /** The first of that name in the folders of {@code PATH}; null when there is none. */
  static @Nullable Path find(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
