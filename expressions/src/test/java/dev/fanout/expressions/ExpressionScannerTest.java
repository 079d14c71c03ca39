package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.syntax.Lexer;
import dev.fanout.expressions.syntax.Token;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionScannerTest {
  @Test
  void an_end_behind_a_literal_that_never_ends_is_told_apart() {
    assertThat(ExpressionScanner.endIfComplete("@(a)", 0)).isEqualTo(4);
    assertThat(ExpressionScanner.endIfComplete("@(\"a\n)", 0)).isEqualTo(-6);
    assertThat(ExpressionScanner.endIfComplete("@(a", 0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(1)",
        "@((1 + 2) * 3)",
        "@{ return 1; }",
        "@{ if (a) { return \"}\"; } return ')'; }",
        "@(\"a)\" + ')' + @\"\\\" + @\"\"\")\"\"\")",
        "@(\"\\\")\" + '\\'')",
        "@(1 /* ) */ + 2 // )\n)",
        "@($\"{a})\")",
        "@($\"{context.Variables[\"k)\"]}\")",
        "@($\"{(a ? b : c),-8:#,##0.00})\")",
        "@($\"{{)}}\")",
        "@($\"{$\"{x}\"}\")",
        "@($@\"\\{y}\"\")\")",
        "@(x => { return ')'; })",
        "@(d[\"(\"])"
      })
  void ends_at_its_own_bracket(String expression) {
    assertThat(ExpressionScanner.endOf("ab" + expression + "\")}", 2))
        .isEqualTo(2 + expression.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(",
        "@{ return \"}\" ",
        "@(\"a)",
        "@($\"{a)",
        "@(/* )",
        "@(')",
        "(1)",
        "@",
        "@x"
      })
  void never_ends_or_never_starts(String text) {
    assertThat(ExpressionScanner.endOf(text, 0)).isEqualTo(-1);
  }

  @Nested
  class WhenABracketIsForgotten {
    @Test
    void a_block_still_ends_at_its_brace() {
      assertThat(ExpressionScanner.endOf("@{ return f(1; }\"/>", 0)).isEqualTo(16);
    }
  }

  @Test
  void an_expression_over_the_limit_never_ends() {
    String inside = " ".repeat(ExpressionScanner.LONGEST_EXPRESSION - 3);

    assertThat(ExpressionScanner.endOf("@(" + inside + ")", 0)).isEqualTo(inside.length() + 3);
    assertThat(ExpressionScanner.endOf("@( " + inside + ")", 0)).isEqualTo(-1);
  }

  @Test
  void any_text_ends_where_its_tokens_say() {
    long seed = 20260101L;
    Random random = new Random(seed);
    String alphabet = "@({[)}]\"'\\$/*\n\r:,;<>=?.+-!&|abx019_ é😀\u2028";
    int ends = 0;
    for (int round = 0; round < 40_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "@(" : "@{");
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = ExpressionScanner.endOf(text, 0);
      assertThat(end).as("seed %s, text %s", seed, text).isEqualTo(byTokens(text));
      ends += end < 0 ? 0 : 1;
    }
    assertThat(ends).isGreaterThan(1_000);
  }

  private static int byTokens(CharSequence text) {
    String opening = text.subSequence(1, 2).toString();
    String closing = opening.equals("{") ? "}" : ")";
    int open = 0;
    for (Token token : Lexer.tokens(text, 1, text.length(), new ArrayList<>())) {
      if (token.is(opening)) {
        open++;
      } else if (token.is(closing) && --open == 0) {
        return token.end();
      }
    }
    return -1;
  }
}
