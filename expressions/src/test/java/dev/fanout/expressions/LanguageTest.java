package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  private static final TinyHost ADA = TinyHost.of("Ada", Map.of("n", 7, "s", "text"));

  private static final TinyHost NOBODY = TinyHost.of(null, Map.of());

  @Nested
  class Numbers {
    @ParameterizedTest
    @CsvSource({
      "@(1 + 2 * 3), 7",
      "@(7 / 2), 3",
      "@(-7 / 2), -3",
      "@(-7 % 3), -1",
      "@(1 << 33), 2",
      "@(-1 >> 1), -1",
      "@(~5), -6",
      "@(unchecked((byte)300) + 0), 44",
      "@('a' + 1), 98"
    })
    void ints_follow_csharp(String expression, int expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void an_int_wraps_at_run_time() {
      assertThat(value("@(int.MaxValue + context.Count)", TinyHost.of("", Map.of("one", 1))))
          .isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void uint_and_int_meet_in_long() {
      assertThat(value("@{ uint a = 1; int b = -2; return a + b; }")).isEqualTo(-1L);
    }

    @Test
    void a_decimal_keeps_its_scale() {
      assertThat(value("@((1.0m * 1.00m) + \"\")")).isEqualTo("1.000");
    }

    @ParameterizedTest
    @CsvSource({
      "0.1 + 0.2, 0.30000000000000004",
      "1e15, 1E+15",
      "123456789012345.0, 123456789012345",
      "0.0001, 0.0001",
      "0.00001, 1E-05",
      "5e-324, 5E-324",
      "1.7976931348623157e308, 1.7976931348623157E+308",
      "2.2250738585072014e-308, 2.2250738585072014E-308",
      "100.0, 100"
    })
    void a_double_is_written_with_its_shortest_digits(String number, String text) {
      assertThat(value("@(\"\" + (" + number + "))")).isEqualTo(text);
    }

    @Test
    void a_division_by_zero_is_dotnets_exception() {
      assertThatThrownBy(() -> value("@(1 / context.Count)"))
          .isInstanceOf(ExpressionFailure.class)
          .hasToString("System.DivideByZeroException: Attempted to divide by zero.");
    }
  }

  @Nested
  class Identity {
    @Test
    void every_box_is_an_object_of_its_own() {
      assertThat(value("@((object)1 == (object)1)")).isEqualTo(false);
      assertThat(value("@{ object one = 1; return one == one; }")).isEqualTo(true);
      assertThat(value("@((object)1 == (object)1 || object.Equals(1, 1))")).isEqualTo(true);
    }

    @Test
    void a_concatenated_text_is_a_new_object() {
      assertThat(value("@((object)(context.Name + \"!\") == (object)(context.Name + \"!\"))"))
          .isEqualTo(false);
      assertThat(value("@((object)(context.Name + \"\") == (object)context.Name)")).isEqualTo(true);
    }

    @Test
    void unboxing_is_exact() {
      assertThatThrownBy(() -> value("@((long)context.Values[\"n\"])", ADA))
          .hasToString(
              "System.InvalidCastException: Unable to cast object of type 'System.Int32' to type"
                  + " 'System.Int64'.");
    }
  }

  @Nested
  class Nulls {
    @Test
    void a_missing_value_is_dotnets_null_reference() {
      assertThatThrownBy(() -> value("@(context.Name.Length)", NOBODY))
          .hasToString(
              "System.NullReferenceException: Object reference not set to an instance of an"
                  + " object.");
    }

    @Test
    void the_conditional_access_gives_null_for_the_whole_chain() {
      assertThat(value("@(context.Name?.Trim().ToUpper())", NOBODY)).isNull();
      assertThat(value("@(context.Name?.Trim().ToUpper())", ADA)).isEqualTo("ADA");
      assertThat(value("@(context.Name?.Length ?? -1)", NOBODY)).isEqualTo(-1);
      assertThat(value("@(context.Name?.Length > 2)", ADA)).isEqualTo(true);
      assertThat(value("@(context.Name?.Length > 2)", NOBODY)).isEqualTo(false);
    }

    @Test
    void null_is_empty_within_a_text() {
      assertThat(value("@(\"<\" + context.Name + \">\")", NOBODY)).isEqualTo("<>");
      assertThat(value("@($\"<{context.Name}>\")", NOBODY)).isEqualTo("<>");
    }
  }

  @Nested
  class Strings {
    @Test
    void texts_of_values_are_dotnets() {
      assertThat(value("@(\"\" + true + ',' + 1.5 + ',' + 'x' + ',' + (object)null)"))
          .isEqualTo("True,1.5,x,");
    }

    @Test
    void alignment_and_format_apply_within_holes() {
      assertThat(value("@($\"[{context.Count,3:D2}|{context.Name,-5}]\")", ADA))
          .isEqualTo("[ 02|Ada  ]");
    }

    @Test
    void sharp_s_has_no_capital() {
      assertThat(value("@(\"stra\u00dfe\".ToUpperInvariant())")).isEqualTo("STRA\u00dfE");
    }
  }

  @Nested
  class Statements {
    @Test
    void a_block_loops_branches_and_returns() {
      String block =
          """
          @{
            var words = "a,b,,c".Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries);
            var text = "";
            foreach (var word in words) {
              if (word == "b") { continue; }
              text += word + ";";
            }
            for (int i = 0; i < 3; i++) { text += i; }
            int n = 10;
            while (true) { if (--n < 5) break; }
            do { n -= 2; } while (n > 0);
            switch (text.Length) { case 7: text += "!"; break; default: return "other"; }
            return text + n;
          }\
          """;
      assertThat(value(block)).isEqualTo("a;c;012!0");
    }

    @Test
    void a_loop_without_end_is_stopped() {
      assertThatThrownBy(() -> value("@{ while (true) { } }"))
          .isInstanceOfSatisfying(
              ExpressionFailure.class,
              failure -> assertThat(failure.typeName()).isEqualTo("System.TimeoutException"));
    }

    @Test
    void a_doubling_string_is_stopped() {
      assertThatThrownBy(() -> value("@{ var s = \"x\"; while (true) { s += s; } }"))
          .isInstanceOfSatisfying(
              ExpressionFailure.class,
              failure -> assertThat(failure.typeName()).isEqualTo("System.OutOfMemoryException"));
    }

    @Test
    void a_pattern_names_what_it_found() {
      assertThat(value("@(context.Values[\"n\"] is int n && n > 6 ? \"many\" : \"few\")", ADA))
          .isEqualTo("many");
    }

    @Test
    void an_out_argument_is_assigned() {
      assertThat(value("@{ int n; return int.TryParse(\"42\", out n) ? n : -1; }")).isEqualTo(42);
    }
  }

  @Nested
  class LibraryTexts {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@((-0.001).ToString(\"F2\")) | -0.00",
          "@((-0.001m).ToString(\"F2\")) | 0.00",
          "@(1234567.891.ToString(\"#,##0.0\")) | 1,234,567.9",
          "@(255.ToString(\"X4\")) | 00FF",
          "@($\"{TimeSpan.FromSeconds(3723.5):hh\\\\:mm\\\\:ss}\") | 01:02:03",
          "@($\"{new Guid(\"00112233-4455-6677-8899-aabbccddeeff\"):X}\") | {0x00112233,0x4455,0x6677,{0x88,0x99,0xaa,0xbb,0xcc,0xdd,0xee,0xff}}",
          "@(new DateTime(2026, 3, 14, 9, 5, 7).ToString(\"ddd d MMM yyyy H:mm tt\")) | Sat 14 Mar 2026 9:05 AM",
          "@(Uri.EscapeDataString(\"\\ud800\")) | %EF%BF%BD",
          "@(string.Concat(\"a,b\".Split(','), \"c\")) | System.String[]c",
          "@(\"\" + Math.Max((byte)1, (byte)2).Equals((object)(byte)2)) | True",
          "@(\"\" + 1.0m.Equals(1) + ((byte)1).Equals(1)) | TrueTrue",
        })
    void are_dotnets(String expression, String text) {
      assertThat(value(expression)).isEqualTo(text);
    }
  }

  @Nested
  class WhatCSharpRefuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "@{ char c = 'a'; c += 1; return c; }",
          "@{ { int a = 1; } int a = 2; return a; }",
          "@{ const string s = $\"a\"; return s; }",
          "@(Math.Round(1))",
          "@(1m / 0m)",
          "@(79228162514264337593543950335m + 1)",
          "@((int)3000000000m)",
          "@(\"\" + unchecked((byte)300).Missing)",
        })
    void is_refused(String expression) {
      assertThat(TinyHost.issues(expression)).isNotEmpty();
    }
  }

  @Nested
  class HostMembers {
    @Test
    void a_generic_extension_casts_to_its_type() {
      assertThat(value("@(context.Values.Get<int>(\"n\") + 1)", ADA)).isEqualTo(8);
      assertThat(value("@(context.Values.Get(\"absent\", \"d\"))", ADA)).isEqualTo("d");
      assertThatThrownBy(() -> value("@(context.Values.Get<int>(\"s\"))", ADA))
          .hasMessageContaining("'System.String' to type 'System.Int32'");
    }

    @Test
    void a_missing_key_is_dotnets_exception() {
      assertThatThrownBy(() -> value("@(context.Values[\"x\"])", ADA))
          .hasToString(
              "System.Collections.Generic.KeyNotFoundException: The given key 'x' was not present"
                  + " in the dictionary.");
    }

    @Test
    void dictionaries_are_enumerated_in_order() {
      Map<String, Object> ordered = new LinkedHashMap<>();
      ordered.put("z", 1);
      ordered.put("a", "two");
      assertThat(
              value(
                  "@{ var t = \"\"; foreach (var p in context.Values) { t += p.Key + \"=\" +"
                      + " p.Value + \";\"; } return t; }",
                  TinyHost.of("", ordered)))
          .isEqualTo("z=1;a=two;");
    }
  }
}
