package dev.fanout.report;

import dev.fanout.measurements.run.RunReader;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The synthetic runs of the verdict's tests, judged. */
final class Fixtures {
  static final List<String> NAMES =
      List.of(
          "different-cpu",
          "different-p95",
          "environment-failed",
          "equivalent",
          "equivalent-default",
          "equivalent-on-apim",
          "inconclusive",
          "interrupted",
          "killed",
          "not-enough-data",
          "partial-estate",
          "withheld");

  private Fixtures() {}

  static Path folder(String name) {
    try {
      URI file =
          Objects.requireNonNull(Fixtures.class.getResource("/runs/" + name + "/run.json"), name)
              .toURI();
      return Objects.requireNonNull(Path.of(file).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Verdict verdict(String name) {
    return Judge.judge(RunReader.read(folder(name)));
  }
}
