package dev.fanout.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void counts_lines_for_every_kind_of_line_end() {
    SourceText source = SourceText.of("x", "a\nbb\r\nccc\rd");

    assertThat(source.lineCount()).isEqualTo(4);
    assertThat(source.line(1)).isEqualTo("a");
    assertThat(source.line(2)).isEqualTo("bb");
    assertThat(source.line(3)).isEqualTo("ccc");
    assertThat(source.line(4)).isEqualTo("d");
  }

  @Test
  void knows_the_position_of_every_offset() {
    SourceText source = SourceText.of("x", "a\nbb\r\nccc");

    assertThat(source.positionAt(0)).isEqualTo(new SourcePosition(0, 1, 1));
    assertThat(source.positionAt(1)).isEqualTo(new SourcePosition(1, 1, 2));
    assertThat(source.positionAt(2)).isEqualTo(new SourcePosition(2, 2, 1));
    assertThat(source.positionAt(6)).isEqualTo(new SourcePosition(6, 3, 1));
    assertThat(source.positionAt(9)).isEqualTo(new SourcePosition(9, 3, 4));
  }

  @Test
  void refuses_an_offset_outside_the_text() {
    assertThatThrownBy(() -> SourceText.of("x", "ab").positionAt(3))
        .hasMessage("offset 3 is not in 0..2");
  }
}
