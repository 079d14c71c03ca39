package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.verdict.simulation.SyntheticRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The run folders under {@code src/test/resources/runs} are what the generator makes. After a
 * change of the generator, {@code -Dfanout.rewrite=true} writes them again.
 */
class SyntheticRunsTest {
  private static final Path FOLDERS = Path.of("src/test/resources/runs");

  @TempDir Path scratch;

  @Test
  void the_files_are_what_the_generator_makes() throws IOException {
    for (Map.Entry<String, Run> entry : SyntheticRuns.all().entrySet()) {
      Path file = RunFile.create(scratch.resolve(entry.getKey()), entry.getValue()).path();
      Path kept = FOLDERS.resolve(entry.getKey()).resolve(RunFile.NAME);
      if (Boolean.getBoolean("fanout.rewrite")) {
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, Files.readString(file));
      }

      assertThat(kept).as(entry.getKey()).hasSameTextualContentAs(file);
      assertThat(RunReader.read(kept)).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }
}
