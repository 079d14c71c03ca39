package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.Text;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {
  /** The value's type and text. */
  private static String typed(String expression) {
    Object value = value(expression);
    return value == null ? "null" : RuntimeTypes.nameOf(value) + " " + Text.of(value);
  }

  @Nested
  class UnsignedNumbers {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "a / 3u | System.UInt32 1431655764",
          "a % 7u | System.UInt32 1",
          "a >> 28 | System.UInt32 15",
          "a + 5u | System.UInt32 2",
          "~a | System.UInt32 2",
          "a > 5u | System.Boolean True",
          "a * 1.0 | System.Double 4294967293",
          "(long)a | System.Int64 4294967293",
          "(int)a | System.Int32 -3",
          "(ulong)(int)a | System.UInt64 18446744073709551613",
          "(decimal)a | System.Decimal 4294967293",
          "(byte)a | System.Byte 253",
          "(sbyte)a | System.SByte -3",
          "(char)(a - 4294967200u) | System.Char ]",
          "b / 10 | System.UInt64 1844674407370955161",
          "b % 10 | System.UInt64 5",
          "b >> 60 | System.UInt64 15",
          "b > 1 | System.Boolean True",
          "(double)b | System.Double 1.8446744073709552E+19",
          "(float)b | System.Single 1.8446744E+19",
          "b.ToString() | System.String 18446744073709551615",
          "-a | System.Int64 -4294967293",
          "s + s | System.Int32 -256",
          "(byte)s | System.Byte 128",
          "t * t | System.Int32 -131071",
        })
    void follow_csharp(String expression, String text) {
      assertThat(
              typed(
                  "@{ uint a = 4294967293; ulong b = ulong.MaxValue; sbyte s = -128; ushort t ="
                      + " 65535; return "
                      + expression
                      + "; }"))
          .isEqualTo(text);
    }
  }

  @Nested
  class Checked {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "checked(i + 1)",
          "checked(-i - 2 - i)",
          "checked(i * 2)",
          "checked(u + 1)",
          "checked(zero - 1)",
          "checked(u * u)",
          "checked(l + 1)",
          "checked(ul + 1)",
          "checked(ul * 2)",
          "checked((byte)i)",
          "checked((sbyte)200u)",
          "checked((uint)minus)",
          "checked((ulong)minus)",
          "checked((long)ul)",
          "checked((int)1e10)",
          "checked((int)double.NaN)",
          "checked((ulong)-1.0)",
          "checked(-int.MinValue)",
          "(byte)300m",
          "(uint)-1m",
          "(char)70000m",
        })
    void fails_where_the_result_does_not_fit(String expression) {
      String block =
          "@{ int i = int.MaxValue; uint u = uint.MaxValue, zero = 0; long l = long.MaxValue; ulong"
              + " ul = ulong.MaxValue; int minus = -1; var m = 300m; return "
              + expression
                  .replace("200u", "(200u + zero)")
                  .replace("1e10", "(1e10 + zero)")
                  .replace("double.NaN", "(0.0 / zero)")
                  .replace("-1.0", "(-1.0 - zero)")
                  .replace("int.MinValue", "(int.MinValue + (int)zero)")
                  .replace("300m", "(300m + zero)")
                  .replace("-1m", "(-1m + zero)")
                  .replace("70000m", "(70000m + zero)")
              + "; }";
      assertThatThrownBy(() -> value(block))
          .isInstanceOfSatisfying(
              ExpressionFailure.class,
              failure -> assertThat(failure.typeName()).isEqualTo("System.OverflowException"));
    }

    @Test
    void holds_for_statements_and_compound_assignments() {
      assertThatThrownBy(() -> value("@{ checked { byte b = 250; b += 10; return b; } }"))
          .hasMessage("Arithmetic operation resulted in an overflow.");
      assertThat(typed("@{ checked { byte b = 250; unchecked { b += 10; } return b; } }"))
          .isEqualTo("System.Byte 4");
      assertThatThrownBy(() -> value("@{ checked { byte b = 255; b++; return b; } }"))
          .hasMessage("Arithmetic operation resulted in an overflow.");
    }

    @Test
    void lets_pass_what_fits() {
      assertThat(typed("@{ uint u = 4000000000; return checked(u + 1); }"))
          .isEqualTo("System.UInt32 4000000001");
      assertThat(typed("@{ double d = 255.9; return checked((byte)d); }"))
          .isEqualTo("System.Byte 255");
      assertThat(typed("@{ ulong u = 9223372036854775807; return checked((long)u); }"))
          .isEqualTo("System.Int64 9223372036854775807");
    }
  }

  @Nested
  class Nullables {
    @ParameterizedTest
    @CsvSource(
        delimiter = '#',
        value = {
          "n & false # System.Boolean False",
          "n & true # null",
          "n | true # System.Boolean True",
          "n | false # null",
          "n ^ true # null",
          "!n # null",
          "-i # System.Int32 -5",
          "~i # System.Int32 -6",
          "i << 2 # System.Int32 20",
          "i & 4 # System.Int32 4",
          "i + null # null",
          "i > null # System.Boolean False",
          "i == 5 # System.Boolean True",
          "none + 1 # null",
          "none ?? i ?? 7 # System.Int32 5",
          "i * 2.5 # System.Double 12.5",
          "d == DayOfWeek.Friday # System.Boolean True",
          "d + 1 # System.DayOfWeek Saturday",
          "(long?)i # System.Int64 5",
          "(int?)null ?? 3 # System.Int32 3",
        })
    void lift_their_operators(String expression, String text) {
      assertThat(
              typed(
                  "@{ bool? n = null; int? i = 5; int? none = null; DayOfWeek? d = DayOfWeek.Friday;"
                      + " return "
                      + expression
                      + "; }"))
          .isEqualTo(text);
    }

    @Test
    void are_counted_up_and_assigned() {
      assertThat(typed("@{ int? i = 1; i++; i += 5; i *= 2; return i; }"))
          .isEqualTo("System.Int32 14");
      assertThat(typed("@{ int? i = null; i++; i += 5; return i; }")).isEqualTo("null");
      assertThat(typed("@{ byte? b = 255; b++; return b; }")).isEqualTo("System.Byte 0");
    }
  }

  @Nested
  class Enums {
    @ParameterizedTest
    @CsvSource(
        delimiter = '#',
        value = {
          "DayOfWeek.Monday + 1 # System.DayOfWeek Tuesday",
          "1 + DayOfWeek.Monday # System.DayOfWeek Tuesday",
          "DayOfWeek.Friday - DayOfWeek.Monday # System.Int32 4",
          "DayOfWeek.Friday - 1 # System.DayOfWeek Thursday",
          "DayOfWeek.Monday | DayOfWeek.Tuesday # System.DayOfWeek Wednesday",
          "~DayOfWeek.Sunday # System.DayOfWeek -1",
          "DayOfWeek.Monday < DayOfWeek.Friday # System.Boolean True",
          "(int)DayOfWeek.Friday # System.Int32 5",
          "(DayOfWeek)2.9 # System.DayOfWeek Tuesday",
          "DayOfWeek.Sunday == 0 # System.Boolean True",
        })
    void count_as_their_numbers(String expression, String text) {
      assertThat(typed("@(" + expression + ")")).isEqualTo(text);
    }

    @Test
    void are_counted_up() {
      assertThat(
              typed("@{ var d = DayOfWeek.Monday; d++; d += 2; d |= DayOfWeek.Monday; return d; }"))
          .isEqualTo("System.DayOfWeek Friday");
    }
  }

  @Nested
  class Conditionals {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "t ? b : 1 | System.Int32 7",
          "t ? 1 : 2L | System.Int64 1",
          "t ? 'a' : i | System.Int32 97",
          "t ? null : \"x\" | null",
          "t ? (int?)1 : null | System.Int32 1",
          "t ? default : 5 | System.Int32 0",
          "t ? (object)1 : \"a\" | System.Int32 1",
          "false ? 1 : t ? 2 : 3 | System.Int32 2",
        })
    void take_the_type_that_both_convert_to(String expression, String text) {
      assertThat(typed("@{ bool t = true; byte b = 7; int i = 5; return " + expression + "; }"))
          .isEqualTo(text);
    }

    @Test
    void of_constants_are_constants() {
      assertThat(typed("@{ const byte b = true ? 1 : 2; return b; }")).isEqualTo("System.Byte 1");
    }
  }

  @Nested
  class Words {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "nameof(context.Name) | System.String Name",
          "nameof(System.Text) | System.String Text",
          "nameof(String.Length) | System.String Length",
          "default(int) + 1 | System.Int32 1",
          "context.Name == default | System.Boolean False",
          "sizeof(long) + sizeof(decimal) | System.Int32 24",
        })
    void of_the_language(String expression, String text) {
      assertThat(typed("@(" + expression + ")")).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@{ ulong a = 1; int b = 2; return a + b; }",
        "@{ ulong a = 1; return -a; }",
        "@{ uint a = 1; return 1 << a; }",
        "@{ bool? n = true; return n && true; }",
        "@{ bool? n = true; if (n) return 1; return 2; }",
        "@(DayOfWeek.Monday + DayOfWeek.Tuesday)",
        "@(DayOfWeek.Monday * 2)",
        "@(1 - DayOfWeek.Monday)",
        "@(DayOfWeek.Monday == 1)",
        "@(!5)",
        "@(-true)",
        "@(true + 1)",
        "@(\"a\" - \"b\")",
        "@{ byte b = 1; b = b + 1; return b; }",
        "@{ byte b = 256; return b; }",
        "@{ sbyte b = -129; return b; }",
        "@{ byte b = 1; b += 300; return b; }",
        "@{ uint u = -1; return u; }",
        "@{ ulong u = -1L; return u; }",
        "@{ char c = 65; return c; }",
        "@{ float f = 1.5; return f; }",
        "@{ decimal m = 1.5; return m; }",
        "@{ decimal m = 1.5m; return m + 1.5; }",
        "@{ int i = 1L; return i; }",
        "@((byte)300)",
        "@((uint)-1)",
        "@(1 / 0)",
        "@(1 % 0)",
        "@(int.MaxValue * 2)",
        "@(-(int.MinValue))",
        "@(uint.MaxValue + 1u)",
        "@(1m / 0m)",
        "@{ const int c = context.Count; return c; }",
        "@{ const int c = 1; c = 2; return c; }",
        "@{ foreach (var x in \"ab\") { x = 'c'; } return 1; }",
        "@(5 = 6)",
        "@{ context.Name = \"x\"; return 1; }",
        "@(nameof(nothing))",
        "@(nameof(context.Nothing))",
        "@(sizeof(string))",
        "@{ var d = default; return d; }",
        "@(true ? 1 : null)",
        "@(true ? 1 : \"a\")",
        "@(\"a\" ?? 1)",
        "@(1 ?? 2)",
        "@((object)1 + 1)",
        "@(context.Count?.ToString())",
      })
  void what_csharp_refuses_is_refused(String expression) {
    assertThat(TinyHost.issues(expression)).isNotEmpty();
  }
}
