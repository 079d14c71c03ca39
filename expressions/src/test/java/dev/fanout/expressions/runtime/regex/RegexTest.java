package dev.fanout.expressions.runtime.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import dev.fanout.expressions.runtime.TimeSpan;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  private final Meter meter =
      Fence.begin(new ExpressionLimits(2_000_000_000L, Duration.ofMinutes(10)));

  @AfterEach
  void end() {
    Fence.end(meter);
  }

  @Nested
  class Replaces {
    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "$2$1, 1ba2",
          "${y}-${x}, 1b-a2",
          "$3$$1, 1$3$12",
          "[$&], 1[a:b]2",
          "<$`|$'>, 1<1|2>2",
          "$+, 1b2",
          "$_, 11a:b22",
          "$, 1$2",
          "$9, 1$92",
          "${z}, 1${z}2",
          "${1, 1${12",
          "$a, 1$a2"
        })
    void by_a_pattern(String replacement, String expected) {
      assertThat(Regex.replace("1a:b2", "(?<x>a):(?<y>b)", replacement)).isEqualTo(expected);
    }

    @Test
    void by_what_a_delegate_makes_of_each_match() {
      Delegate upper =
          new Delegate() {
            @Override
            public @Nullable Object invoke(@Nullable Object match) {
              return ((Match) match).index() == 0
                  ? null
                  : ((Match) match).value().toUpperCase(Locale.ROOT);
            }
          };

      assertThat(Regex.replace("ab cd ef", "\\w+", upper)).isEqualTo(" CD EF");
      assertThat(Regex.create("\\w").replace("abc", upper, 2)).isEqualTo("Bc");
    }

    @Test
    void from_the_right_when_it_matches_so() {
      Regex last = Regex.create("\\d", Flags.RIGHT_TO_LEFT);

      assertThat(last.replace("1a2b3", "x", 2)).isEqualTo("1axbx");
      assertThat(last.replace("1a2b3", "<$&>")).isEqualTo("<1>a<2>b<3>");
    }

    @Test
    void nothing_when_the_count_is_zero() {
      assertThat(Regex.create("a").replace("aaa", "b", 0)).isEqualTo("aaa");
      assertThatThrownBy(() -> Regex.create("a").replace("aaa", "b", -2))
          .hasMessageContaining("count");
    }
  }

  @Nested
  class Splits {
    @Test
    void with_groups_between_the_pieces() {
      assertThat(Regex.split("1+2-3", "([+-])")).containsExactly("1", "+", "2", "-", "3");
      assertThat(Regex.split("a1b", "(x)?\\d")).containsExactly("a", "b");
    }

    @Test
    void at_empty_matches_too() {
      assertThat(Regex.split("ab", "")).containsExactly("", "a", "b", "");
    }

    @Test
    void into_as_many_pieces_as_asked_for() {
      assertThat(Regex.create(",").split("a,b,c", 2)).containsExactly("a", "b,c");
      assertThat(Regex.create(",").split("a,b,c", 1)).containsExactly("a,b,c");
      assertThat(Regex.create(",", Flags.RIGHT_TO_LEFT).split("a,b,c", 2))
          .containsExactly("a,b", "c");
    }
  }

  @Nested
  class AMatch {
    @Test
    void gives_its_groups_by_number_and_name() {
      Match match = Regex.match("k=v", "(?<key>\\w)=(?<value>\\w)");

      assertThat(match.groups().item("value").value()).isEqualTo("v");
      assertThat(match.groups().item(1).value()).isEqualTo("k");
      assertThat(match.groups().item("2").value()).isEqualTo("v");
      assertThat(match.groups().item("none").success()).isFalse();
      assertThat(match.groups().item(7).success()).isFalse();
      assertThat(match.groups().count()).isEqualTo(3);
    }

    @Test
    void that_failed_is_the_empty_one() {
      Match match = Regex.match("a", "b");

      assertThat(match).isSameAs(Match.empty());
      assertThat(match.success()).isFalse();
      assertThat(match.value()).isEmpty();
      assertThatThrownBy(() -> match.result("$1"))
          .isInstanceOfSatisfying(
              ExpressionFailure.class,
              e -> assertThat(e.typeName()).isEqualTo("System.NotSupportedException"));
    }

    @Test
    void in_a_part_of_the_input_sees_only_that_part() {
      Match match = Regex.create("^b$").match("abc", 1, 1);

      assertThat(match.success()).isTrue();
      assertThat(match.index()).isEqualTo(1);
      assertThat(Regex.create("^b").match("abc", 1).success()).isFalse();
      assertThat(Regex.create("\\Gb").match("abc", 1).success()).isTrue();
    }
  }

  @Nested
  class RefusesOptions {
    @ParameterizedTest
    @ValueSource(ints = {128 << 4, -1, 256 | 16, 1024 | 64, 1024 | 256})
    void that_exclude_each_other_or_mean_nothing(int options) {
      assertThatThrownBy(() -> Regex.create("a", options))
          .isInstanceOfSatisfying(
              ExpressionFailure.class,
              e -> assertThat(e.typeName()).isEqualTo("System.ArgumentOutOfRangeException"));
    }
  }

  @Nested
  class Unescapes {
    @Test
    void characters_and_refuses_what_is_no_escape() {
      assertThat(Regex.unescape("a\\.b\\n\\x41\\ ")).isEqualTo("a.b\nA ");
      assertThatThrownBy(() -> Regex.unescape("\\Q")).hasMessageContaining("\\Q");
      assertThatThrownBy(() -> Regex.unescape("a\\")).hasMessageContaining("at offset 2");
    }
  }

  @Nested
  class IsBounded {
    @Test
    void patterns_nested_without_end_are_refused() {
      String pattern = "(".repeat(5_000) + ")".repeat(5_000);

      assertThatThrownBy(() -> Regex.create(pattern)).hasMessageContaining("nested too deeply");
    }

    @Test
    void a_match_that_needs_much_stack_does_not_need_that_of_java() {
      String input = "ab".repeat(200_000);

      assertThat(Regex.isMatch(input, "^(a|b|ab)*c?$")).isTrue();
    }

    @Test
    void a_match_that_takes_longer_than_it_may_says_so() {
      String input = "a".repeat(40) + "b";

      assertThatThrownBy(() -> Regex.isMatch(input, "^(a+)+$", 0, TimeSpan.fromMilliseconds(5)))
          .isInstanceOfSatisfying(
              ExpressionFailure.class,
              e ->
                  assertThat(e.typeName())
                      .isEqualTo("System.Text.RegularExpressions.RegexMatchTimeoutException"));
    }

    @Test
    void choices_without_end_fill_no_memory() {
      String input = "a".repeat(2_000_000);

      assertThatThrownBy(() -> Regex.isMatch(input, "^(?:(a)|b)*\\1c"))
          .isInstanceOf(ExpressionFailure.class);
    }
  }
}
