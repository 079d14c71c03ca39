package dev.fanout.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.report.TerminalStyle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TerminalViewTest {
  private static final List<LiveEvents.Row> ROWS =
      List.of(new LiveEvents.Row("A", "shared-backend"), new LiveEvents.Row("B", "per-api"));

  private static Figures figures(double rate, long errors) {
    return new Figures(
        "3 s",
        rate,
        OptionalLong.of(5_210_000),
        OptionalLong.of(12_340_000),
        OptionalLong.of(150_000_000),
        errors,
        OptionalDouble.of(50));
  }

  @Nested
  class OnATerminal {
    private final VirtualTerminal terminal = new VirtualTerminal(100, 24);

    private TerminalView view(TerminalStyle style) {
      TerminalView view = new TerminalView(terminal, style);
      view.began("fanout load", ROWS);
      return view;
    }

    @Test
    void rows_stand_in_place_and_sentences_above_them() {
      TerminalView view = view(TerminalStyle.PLAIN);
      view.measured("A", figures(8_412, 0));
      view.said("A/50-vus is over");
      view.measured("B", figures(99.5, 3));
      view.said("B/50-vus is over");
      view.ended();

      List<String> text = terminal.text();
      assertThat(text.subList(0, 3))
          .containsExactly("A/50-vus is over", "B/50-vus is over", "fanout load");
      assertThat(text)
          .filteredOn(line -> line.startsWith("  A "))
          .singleElement()
          .asString()
          .contains("8,412", "5.21 ms", "12.3 ms", "150 ms", "50");
      assertThat(text)
          .filteredOn(line -> line.startsWith("  B "))
          .singleElement()
          .asString()
          .contains("99.5", "3");
    }

    @Test
    void a_row_without_figures_shows_what_it_is() {
      TerminalView view = view(TerminalStyle.PLAIN);
      view.ended();

      assertThat(terminal.text()).contains("  A     shared-backend");
    }

    @Test
    void only_lines_that_changed_are_written_again() {
      TerminalView view = view(TerminalStyle.PLAIN);
      view.said("one");
      int before = terminal.writes().size();
      view.ended();

      List<String> later = terminal.writes().subList(before, terminal.writes().size());
      assertThat(String.join("", later)).doesNotContain("req/s").doesNotContain("\u001b[J");
    }

    @Test
    void each_frame_is_one_synchronized_write_and_the_cursor_comes_back() {
      TerminalView view = view(TerminalStyle.PLAIN);
      view.said("one");
      assertThat(terminal.writes())
          .allSatisfy(w -> assertThat(w).startsWith("\u001b[?2026h").endsWith("\u001b[?2026l"));
      assertThat(terminal.cursorShown()).isFalse();
      view.ended();

      assertThat(terminal.cursorShown()).isTrue();
    }

    @Test
    void a_narrow_or_short_terminal_is_never_overrun() {
      TerminalView view = view(TerminalStyle.PLAIN);
      view.measured("A", figures(1, 1));
      terminal.resize(41);
      view.said("a sentence");
      view.ended();

      VirtualTerminal low = new VirtualTerminal(100, 3);
      TerminalView other = new TerminalView(low, TerminalStyle.PLAIN);
      other.began("title", ROWS);
      other.ended();
      assertThat(low.text()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void after_the_end_nothing_is_written() {
      TerminalView view = view(TerminalStyle.PLAIN);
      view.ended();
      int writes = terminal.writes().size();
      view.measured("A", figures(1, 1));
      view.said("late");
      view.ended();

      assertThat(terminal.writes()).hasSize(writes);
    }

    @Test
    void without_colour_there_is_none_and_with_it_there_is() {
      TerminalView plain = view(TerminalStyle.PLAIN);
      plain.measured("A", figures(1, 1));
      plain.ended();
      assertThat(String.join("", terminal.writes()))
          .doesNotContain("m\u001b")
          .doesNotContain("[1m");

      VirtualTerminal other = new VirtualTerminal(100, 24);
      TerminalView coloured = new TerminalView(other, new TerminalStyle(true, true, 100));
      coloured.began("fanout load", ROWS);
      coloured.ended();
      assertThat(String.join("", other.writes())).contains("\u001b[1m");
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
      TerminalView view = new TerminalView(terminal, TerminalStyle.PLAIN);
      view.began("evil \u001b[2J", List.of(new LiveEvents.Row("x\u001b[H", "")));
      view.said("and \u0007 more");
      view.ended();

      assertThat(String.join("", terminal.writes()))
          .doesNotContain("[2J\u001b")
          .doesNotContain("\u0007");
    }
  }

  @Nested
  class InAFile {
    @Test
    void there_are_plain_lines_only() {
      StringWriter text = new StringWriter();
      PlainView view = new PlainView(new PrintWriter(text), 0);
      view.began("fanout load", ROWS);
      view.progress("A/50-vus, trial 1 of 2", 0.1);
      view.progress("A/50-vus, trial 1 of 2", 0.2);
      view.measured("A", figures(1, 1));
      view.said("A/50-vus is over");
      view.ended();

      assertThat(text.toString().lines().map(line -> line.substring(9)).toList())
          .containsExactly("A/50-vus, trial 1 of 2", "A/50-vus is over");
      assertThat(text.toString()).doesNotContain("\u001b");
    }
  }

  @Test
  void times_have_three_digits_and_a_unit() {
    assertThat(LiveFormat.time(OptionalLong.of(950_000))).isEqualTo("950 µs");
    assertThat(LiveFormat.time(OptionalLong.of(9_994_000))).isEqualTo("9.99 ms");
    assertThat(LiveFormat.time(OptionalLong.of(12_345_678))).isEqualTo("12.3 ms");
    assertThat(LiveFormat.time(OptionalLong.of(345_678_901))).isEqualTo("346 ms");
    assertThat(LiveFormat.time(OptionalLong.of(2_345_678_901L))).isEqualTo("2.35 s");
    assertThat(LiveFormat.time(OptionalLong.empty())).isEqualTo("–");
  }
}
