package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegexExpressionsTest {
  @Nested
  class Collections {
    @Test
    void of_matches_take_part_in_linq() {
      assertThat(
              CSharp.text(
                  "@(string.Join(\"|\", Regex.Matches(\"a1b22\", @\"\\d+\").Select(m => m.Value)))"))
          .isEqualTo("1|22");
    }

    @Test
    void are_of_objects_for_foreach_unless_it_names_a_type() {
      String typed =
          "@{ var n = 0; foreach (Match m in Regex.Matches(\"a1b22\", \"[0-9]+\")) { n +="
              + " m.Length; } return n; }";

      assertThat(CSharp.text(typed)).isEqualTo("3");
      assertThat(CSharp.compiles(typed.replace("(Match m", "(var m"))).isFalse();
    }

    @Test
    void of_groups_are_cast_before_linq() {
      String cast = "@(Regex.Match(\"ab\", \"(a)(b)\").Groups.Cast<Group>().Count(g => g.Success))";

      assertThat(CSharp.text(cast)).isEqualTo("3");
      assertThat(CSharp.compiles(cast.replace(".Cast<Group>()", ""))).isFalse();
    }
  }

  @Nested
  class AnEvaluator {
    @Test
    void may_be_a_lambda() {
      assertThat(
              CSharp.text(
                  "@(Regex.Replace(\"a-b_c\", \"[-_](.)\", m =>"
                      + " m.Groups[1].Value.ToUpperInvariant()))"))
          .isEqualTo("aBC");
    }

    @Test
    void sees_what_stands_around_it() {
      assertThat(
              CSharp.text(
                  "@{ var n = 0; var t = Regex.Replace(\"xyx\", \"x\", m => (n++).ToString());"
                      + " return t + n; }"))
          .isEqualTo("0y12");
    }
  }

  @Nested
  class AWrongPattern {
    @Test
    void is_an_argument_exception() {
      assertThat(
              CSharp.text(
                  "@{ try { return Regex.IsMatch(\"x\", \"(\").ToString(); } catch"
                      + " (ArgumentException e) { return e.Message; } }"))
          .isEqualTo("Invalid pattern '(' at offset 1. Not enough )'s.");
    }
  }

  @Nested
  class Members {
    @Test
    void that_api_management_does_not_allow_do_not_compile() {
      assertThat(CSharp.compiles("@(Regex.Escape(\"a\"))")).isFalse();
      assertThat(CSharp.compiles("@(Regex.Match(\"a\", \"a\").NextMatch())")).isFalse();
      assertThat(CSharp.compiles("@(Regex.Match(\"a\", \"a\").Name)")).isFalse();
    }

    @Test
    void have_the_names_of_their_types() {
      assertThat(CSharp.text("@(Regex.Matches(\"a\", \"a\").ToString())"))
          .isEqualTo("System.Text.RegularExpressions.MatchCollection");
      assertThat(CSharp.text("@(new Regex(\"a+\").ToString() + Regex.Match(\"ba\", \"a\"))"))
          .isEqualTo("a+a");
    }
  }
}
