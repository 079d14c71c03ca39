package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportK6CommandTest {
  private static final String A = "../verdict/src/test/resources/k6/a.json";
  private static final String B = "../verdict/src/test/resources/k6/b-values.json";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Fanout.run(
        new PrintWriter(out),
        new PrintWriter(err),
        Stream.concat(Stream.of("import", "k6"), List.of(words).stream()).toArray(String[]::new));
  }

  @Test
  void says_not_enough_data_and_exits_11() {
    assertThat(run(A, B)).isEqualTo(11);
    assertThat(out.toString())
        .contains("NOT ENOUGH DATA, two k6 summaries")
        .contains("−5.0 ms", "≤ 3 ms", "VIOLATED")
        .contains("repeats the latency row")
        .contains("Audits that cannot be done", "same upstream request");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void takes_other_thresholds() {
    assertThat(run(A, B, "--margin", "p95=6ms")).isEqualTo(11);
    assertThat(out.toString()).contains("≤ 6 ms");
  }

  @Test
  void names_a_file_that_is_no_summary() {
    assertThat(run(A, "pom.xml")).isEqualTo(2);
    assertThat(err.toString()).contains("pom.xml is not JSON");
  }
}
