package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.expressions.runtime.RuntimeTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayTest {
  @Nested
  class OfEveryType {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "uint | 4000000000 | 4000000000;0 | System.UInt32[]",
          "ulong | 18446744073709551615 | 18446744073709551615;0 | System.UInt64[]",
          "sbyte | -128 | -128;0 | System.SByte[]",
          "short | -5 | -5;0 | System.Int16[]",
          "ushort | 65535 | 65535;0 | System.UInt16[]",
          "byte | 255 | 255;0 | System.Byte[]",
          "decimal | 1.50m | 1.50;0 | System.Decimal[]",
          "DayOfWeek | DayOfWeek.Friday | Friday;Sunday | System.DayOfWeek[]",
          "Guid | new Guid(\"00112233-4455-6677-8899-aabbccddeeff\") | 00112233-4455-6677-8899-aabbccddeeff;00000000-0000-0000-0000-000000000000 | System.Guid[]",
          "float | 1.5f | 1.5;0 | System.Single[]",
        })
    void holds_its_elements_and_defaults(String type, String element, String texts, String name) {
      String block =
          "@{ var a = new TYPE[2]; a[0] = VALUE; var t = \"\"; foreach (var x in a) { t += (t =="
              + " \"\" ? \"\" : \";\") + x; } return t; }";
      assertThat(value(block.replace("TYPE", type).replace("VALUE", element))).isEqualTo(texts);
      assertThat(RuntimeTypes.nameOf(value("@(new " + type + "[] { " + element + " })")))
          .isEqualTo(name);
    }

    @Test
    void of_unsigned_numbers_are_no_arrays_of_signed_ones() {
      assertThat(value("@((object)new uint[1] is int[])")).isEqualTo(false);
      assertThat(value("@((object)new short[1] is short[])")).isEqualTo(true);
    }

    @Test
    void elements_are_changed_in_their_own_arithmetic() {
      assertThat(
              value(
                  "@{ var a = new byte[] { 250, 1 }; a[0] += 10; a[1]--; a[1]--; return a[0] +"
                      + " \",\" + a[1]; }"))
          .isEqualTo("4,255");
      assertThat(value("@{ var a = new uint[1]; a[0]--; return a[0]; }").toString())
          .isEqualTo("4294967295");
    }
  }

  @Nested
  class OfSeveralDimensions {
    @Test
    void has_rows_and_columns() {
      assertThat(
              value(
                  "@{ int[,] g = { { 1, 2, 3 }, { 4, 5, 6 } }; g[1, 2] += 10; g[0, 0]++; var t ="
                      + " \"\"; foreach (var n in g) t += n + \" \"; return t + g.Length +"
                      + " g.GetLength(1) + g.Rank; }"))
          .isEqualTo("2 2 3 4 5 16 632");
      assertThat(value("@(new[,] { { \"a\", \"b\" } }[0, 1])")).isEqualTo("b");
      assertThat(value("@((new decimal[1, 1])[0, 0])")).hasToString("0");
    }

    @Test
    void is_checked_in_each_dimension() {
      assertThatThrownBy(() -> value("@{ var g = new int[2, 2]; return g[0, 2]; }"))
          .hasMessage("Index was outside the bounds of the array.");
    }

    @Test
    void is_another_type_than_an_array_of_arrays() {
      assertThat(value("@{ int[][] j = { new[] { 1 }, new[] { 2, 3 } }; return j[1][1]; }"))
          .isEqualTo(3);
      assertThat(value("@{ var j = new int[2][]; return j[0] == null; }")).isEqualTo(true);
      assertThat(value("@{ var j = new string[2][,]; j[0] = new string[1, 1]; return j[0].Rank; }"))
          .isEqualTo(2);
    }
  }

  @Nested
  class ByReference {
    @Test
    void out_var_takes_the_type_of_the_parameter() {
      assertThat(value("@(int.TryParse(\"42\", out var n) ? n + 1 : -1)")).isEqualTo(43);
      assertThat(value("@(int.TryParse(\"42\", out _))")).isEqualTo(true);
      assertThat(value("@(long.TryParse(\"x\", out long n) + \":\" + n)")).isEqualTo("False:0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(new int[2] { 1 })",
        "@(new int[-1])",
        "@(new int[3][0])",
        "@{ int[,] g = { { 1, 2 }, { 3 } }; return g; }",
        "@{ int[] a = { { 1 } }; return a; }",
        "@{ var a = { 1 }; return a; }",
        "@{ string s = { 'a' }; return s; }",
        "@(new int[2, 2][0])",
        "@(new int[1][0, 0])",
        "@(new[] { 1, \"a\" })",
        "@(new int[\"a\"])",
        "@{ int[] a = new long[1]; return a; }",
        "@{ object[] a = new int[1]; return a; }",
        "@(int.TryParse(\"1\", out var n) ? out n : 0)",
        "@(int.TryParse(\"1\", out 5))",
      })
  void what_csharp_refuses_is_refused(String expression) {
    assertThat(TinyHost.issues(expression)).isNotEmpty();
  }
}
