package dev.fanout.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IssueRendererTest {

  @Test
  void shows_the_line_and_a_caret_under_the_span() {
    SourceText source = SourceText.of("fanout.yaml", "apis:\r\n  - upstrem: /orders\n");
    int start = source.text().indexOf("upstrem");

    Issue issue =
        Issue.error("CATALOG_UNKNOWN_KEY", source.span(start, start + 7), "unknown key 'upstrem'")
            .withHint("did you mean 'upstream'?");

    assertThat(IssueRenderer.render(issue))
        .isEqualTo(
            "fanout.yaml:2:5: error: unknown key 'upstrem' [CATALOG_UNKNOWN_KEY]\n"
                + "    2 |   - upstrem: /orders\n"
                + "      |     ^^^^^^^\n"
                + "      = hint: did you mean 'upstream'?\n");
  }

  @Test
  void puts_the_caret_after_wide_characters() {
    SourceText source = SourceText.of("p.xml", "日本x");

    assertThat(IssueRenderer.render(Issue.error("X", source.span(2, 3), "m")))
        .endsWith("    1 | 日本x\n      |     ^\n");
  }

  @Test
  void an_input_cannot_steer_the_terminal() {
    SourceText source = SourceText.of("p.xml", "\033[31mred");

    assertThat(IssueRenderer.render(Issue.error("X", source.span(0, 1), "m")))
        .doesNotContain("\033")
        .contains("\\u" + "001b[31mred");
  }

  @Test
  void a_span_at_the_end_of_the_text_has_a_caret() {
    SourceText source = SourceText.of("p.xml", "<policies>\n");

    assertThat(IssueRenderer.render(Issue.error("X", source.span(11, 11), "m")))
        .isEqualTo("p.xml:2:1: error: m [X]\n    2 | \n      | ^\n");
  }

  @Test
  void a_very_long_line_is_cut_around_the_caret() {
    SourceText source = SourceText.of("p.xml", "a".repeat(5000) + "!" + "b".repeat(5000));

    String rendered = IssueRenderer.render(Issue.error("X", source.span(5000, 5001), "m"));

    assertThat(rendered.lines().mapToInt(String::length)).allMatch(length -> length < 200);
    assertThat(rendered).contains("a!b");
  }
}
