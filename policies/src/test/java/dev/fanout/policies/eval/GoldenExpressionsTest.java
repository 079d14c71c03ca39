package dev.fanout.policies.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.eval.VectorResult.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the real C# compiler and the real .NET say of some thousand expressions. An expression that
 * we refuse is not supported yet; one that we accept must come out exactly alike.
 */
class GoldenExpressionsTest {
  private static final Path GOLDEN = Path.of("../../shared/oracle/expressions");

  private final VectorRunner runner =
      new VectorRunner(
          name -> source(GOLDEN.resolve("contexts").resolve(name + ".json")), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "language.json, 218",
    "context.json, 233",
    "library.json, 301",
    "json-xml-linq.json, 219",
    "corpus-compile.json, 256"
  })
  void accepted_means_alike(String file, int leastPassed) {
    assumeTrue(Files.isDirectory(GOLDEN), "no ../shared");

    VectorFileResult result = runner.run(source(GOLDEN.resolve(file)), row -> true);

    String counts = VectorReport.render(List.of(result), false);
    System.out.print(counts.substring(counts.lastIndexOf('\n', counts.length() - 2) + 1));
    assertThat(result.count(Verdict.FAILED)).as(counts).isZero();
    assertThat(result.count(Verdict.PASSED)).isGreaterThanOrEqualTo(leastPassed);
  }

  private static SourceText source(Path file) {
    try {
      return SourceText.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
