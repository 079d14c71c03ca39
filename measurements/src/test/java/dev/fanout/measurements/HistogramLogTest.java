package dev.fanout.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00.250Z");
  private static final Instant END = START.plusMillis(1_500);
  private static final HistogramTag WHOLE = new HistogramTag("A", "60", 3, "responseTime");
  private static final HistogramTag ONE_API =
      new HistogramTag("B", "60", 3, "responseTime", Optional.of("svc01;rev=2"));

  @TempDir Path folder;

  @Test
  void gives_back_what_was_appended_in_order() throws Exception {
    Path file = folder.resolve("run.hlog");
    Histogram first = histogram(5_000_000, 7);
    Histogram second = histogram(1_234, 1);

    try (HistogramLogAppender log = HistogramLogAppender.open(file, START)) {
      log.append(WHOLE, START, END, first);
      log.append(ONE_API, END, END.plusMillis(1), second);
    }

    HistogramLog log = HistogramLog.read(file);
    assertThat(log.unreadableLines()).isZero();
    assertThat(log.entries()).hasSize(2);
    assertThat(log.entries().get(0)).isEqualTo(new HistogramEntry(WHOLE, START, END, first));
    assertThat(log.entries().get(1))
        .isEqualTo(new HistogramEntry(ONE_API, END, END.plusMillis(1), second));
  }

  @Test
  void takes_many_histograms_of_one_interval_at_once() throws Exception {
    Path file = folder.resolve("run.hlog");
    Histogram first = histogram(5_000_000, 7);
    Histogram second = histogram(1_234, 1);
    try (HistogramLogAppender log = HistogramLogAppender.open(file, START)) {
      log.add(WHOLE, START, END, first);
      log.add(ONE_API, START, END, second);
      log.flush();
    }

    List<HistogramEntry> entries = new ArrayList<>();
    assertThat(HistogramLog.forEach(file, entries::add)).isZero();
    assertThat(entries)
        .containsExactly(
            new HistogramEntry(WHOLE, START, END, first),
            new HistogramEntry(ONE_API, START, END, second));
  }

  @Test
  void has_a_tag_for_every_name() {
    for (String name : List.of("svc01;rev=2", "a,b/c d", "100%", "Aufträge+", "<x>")) {
      String encoded = HistogramTag.encoded(name);
      assertThat(new HistogramTag("A", "60", 1, "responseTime", Optional.of(encoded))).isNotNull();
      assertThat(HistogramTag.decoded(encoded)).isEqualTo(name);
    }
    String longest = HistogramTag.encoded("ä".repeat(200) + "1");
    assertThat(longest).hasSizeLessThanOrEqualTo(256);
    assertThat(HistogramTag.encoded("ä".repeat(200) + "2")).isNotEqualTo(longest);
    assertThat(new HistogramTag("A", "60", 1, "responseTime", Optional.of(longest))).isNotNull();
  }

  @Test
  void is_a_log_that_hdrhistograms_own_reader_reads() throws Exception {
    Path file = folder.resolve("run.hlog");
    Histogram written = histogram(5_000_000, 7);
    try (HistogramLogAppender log = HistogramLogAppender.open(file, START)) {
      log.append(WHOLE, START, END, written);
    }

    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      Histogram read = (Histogram) reader.nextIntervalHistogram();

      assertThat(read).isEqualTo(written);
      assertThat(read.getTag()).isEqualTo("A/60/3/responseTime");
      assertThat(read.getStartTimeStamp()).isEqualTo(START.toEpochMilli());
      assertThat(reader.nextIntervalHistogram()).isNull();
    }
  }

  @Test
  void is_written_alike_in_every_locale() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Path english = write("en", Locale.ROOT);
      Path german = write("de", Locale.GERMANY);

      assertThat(german).hasSameTextualContentAs(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  private Path write(String name, Locale locale) throws IOException {
    Locale.setDefault(locale);
    Path file = folder.resolve(name + ".hlog");
    try (HistogramLogAppender log = HistogramLogAppender.open(file, START)) {
      log.append(WHOLE, START, END, histogram(5_000_000, 7));
    }
    return file;
  }

  @Nested
  class AfterACrash {
    @Test
    void a_log_cut_anywhere_lacks_only_its_last_line() throws Exception {
      Path whole = folder.resolve("whole.hlog");
      long[] sizes = new long[3];
      try (HistogramLogAppender log = HistogramLogAppender.open(whole, START)) {
        for (int i = 0; i < sizes.length; i++) {
          log.append(WHOLE, START, END, histogram(1_000 << i, 5));
          sizes[i] = Files.size(whole);
        }
      }
      byte[] bytes = Files.readAllBytes(whole);

      for (int length = (int) sizes[0]; length < bytes.length; length++) {
        Path cut = folder.resolve("cut.hlog");
        Files.write(cut, java.util.Arrays.copyOf(bytes, length));
        int complete = length >= sizes[1] ? 2 : 1;

        // A line that lacks its line feed only is whole.
        assertThat(HistogramLog.read(cut).entries().size())
            .as("cut at %d", length)
            .isBetween(complete, complete + 1);
      }
    }

    @Test
    void appending_goes_on_behind_the_last_whole_line() throws Exception {
      Path file = folder.resolve("run.hlog");
      try (HistogramLogAppender log = HistogramLogAppender.open(file, START)) {
        log.append(WHOLE, START, END, histogram(1_000, 1));
      }
      Files.writeString(file, "Tag=A/60/4/responseTime,17.0", StandardOpenOption.APPEND);

      assertThat(HistogramLog.read(file).unreadableLines()).isEqualTo(1);
      try (HistogramLogAppender log = HistogramLogAppender.open(file, START)) {
        log.append(ONE_API, START, END, histogram(2_000, 1));
      }

      HistogramLog log = HistogramLog.read(file);
      assertThat(log.unreadableLines()).isZero();
      assertThat(log.entries()).extracting(HistogramEntry::tag).containsExactly(WHOLE, ONE_API);
    }

    @Test
    void lines_of_others_are_counted_and_skipped() throws Exception {
      Path file = folder.resolve("other.hlog");
      Files.writeString(
          file, "no log\n1.0,2.0,3.0,HIST\nTag=x,1,2,3,!!!\nTag=A/1/1/m,1,2,3,AAAA\n");

      assertThat(HistogramLog.read(file).entries()).isEmpty();
      assertThat(HistogramLog.read(file).unreadableLines()).isEqualTo(4);
    }
  }

  @Test
  void a_tag_is_read_as_it_was_written_and_cannot_break_the_line() {
    assertThat(HistogramTag.parse(ONE_API.toString())).isEqualTo(ONE_API);
    assertThat(HistogramTag.parse(WHOLE.toString())).isEqualTo(WHOLE);
    for (String bad : new String[] {"a,b", "a/b", "a b", "a\nb", "", "é"}) {
      assertThatThrownBy(() -> new HistogramTag(bad, "s", 1, "m"))
          .hasMessageContaining("'" + bad + "'");
    }
    assertThatThrownBy(() -> HistogramTag.parse("A/60/x/m")).hasMessageContaining("A/60/x/m");
  }

  private static Histogram histogram(long value, int count) {
    Histogram histogram = new Histogram(1_000, 600_000_000_000L, 3);
    histogram.recordValueWithCount(value, count);
    histogram.setStartTimeStamp(START.toEpochMilli());
    return histogram;
  }
}
