package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.issues;
import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.runtime.AnonymousObject;
import dev.fanout.expressions.runtime.RuntimeTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TupleTest {
  @Nested
  class Tuples {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@{ (string host, int port) target = (\"a\", 80); return $\"{target.host}:{target.port}\"; } | a:80",
          "@{ var id = \"a\"; var size = 3; var t = (id, size); return t.id + t.size + t.Item1; } | a3a",
          "@((1, \"x\", (string)null, true).ToString()) | (1, x, , True)",
          "@{ var a = (1, \"x\"); (long, string) b = (1L, \"x\"); return (a == b) + \",\" + a.Equals((1, \"x\")) + \",\" + (a != (2, \"x\")); } | True,True,True",
          "@{ var a = (1, (string)null); return \"\" + (a == (1, null)); } | True",
          "@{ (byte b, object o) t = (200, 1); return t.b + \",\" + t.o; } | 200,1",
          "@{ var t = (a: 1, b: 2); var copy = t; copy.a = 5; copy.Item2++; return t + \",\" + copy; } | (1, 2),(5, 3)",
          "@{ (int, string) t = default; return t.Item1 + \"-\" + (t.Item2 == null); } | 0-True",
          "@{ (int a, (string b, char c) d) t = (1, (\"x\", 'y')); return \"\" + t.d.c + t.a; } | y1",
          "@{ (string s, Func<int> f) t = (null, () => 4); return (t.s ?? \"none\") + t.f(); } | none4",
          "@{ (int q, int r) Divide(int a, int b) => (a / b, a % b); return Divide(17, 5).r + \",\" + Divide(17, 5); } | 2,(3, 2)",
          "@(string.Join(\";\", new[] { (n: 1, s: \"a\"), (n: 2, s: \"b\") }.Map(t => t.s + t.n))) | a1;b2",
          "@{ var t = new ValueTuple<int, string>(1, \"x\"); return t.Item2 + ValueTuple.Create(2, 3).Item1; } | x2",
          "@{ (int, int)? t = null; return (t == null) + \",\" + (((int, int)?)(1, 2)).Value.Item2; } | True,2",
          "@{ object o = (1, 2L); return ((ValueTuple<int, long>)o).Item2 + \"\"; } | 2",
        })
    void have_items(String expression, String expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void know_their_type() {
      assertThat(RuntimeTypes.nameOf(value("@((1, \"x\"))")))
          .isEqualTo("System.ValueTuple<System.Int32,System.String>");
    }
  }

  @Nested
  class Deconstruction {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@{ var (a, b) = (1, 2); (a, b) = (b, a); return a * 10 + b; } | 21",
          "@{ (int a, _) = (42, 99); return a; } | 42",
          "@{ var (a, (b, _)) = (1, (2, 3)); return a * 10 + b; } | 12",
          "@{ int x; (x, var y) = (4, 5); return x * 10 + y; } | 45",
          "@{ var t = (1, \"ab\"); (long n, string s) = t; return (int)n + s.Length; } | 3",
          "@{ var a = new[] { 1, 2, 3 }; (a[0], a[2]) = (a[2], a[0]); return a[0] * 10 + a[2]; } | 31",
          "@{ var n = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) { n += a * b; } return n; } | 14",
          "@{ var n = 0; foreach ((int a, var b) in new[] { (1, 2), (3, 4) }) n += a * b; return n; } | 14",
          "@{ var n = 0; foreach (var a in new[] { (1, 2) }) { foreach (var (b, c) in new[] { (3, 4) }) n += a.Item1 + b + c; } return n; } | 8",
          "@{ _ = 5; return 6; } | 6",
          "@{ var s = 0; for (var (i, j) = (0, 5); i < j; i++, j--) s += j - i; return s; } | 9",
          "@{ int a = 1, b = 2, c = 4, d = 3; var t = (a < b, c > d); return t.Item1 && t.Item2 ? 1 : 0; } | 1",
        })
    void takes_tuples_apart(String expression, int expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }
  }

  @Nested
  class AnonymousObjects {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@(new { a = 1, b = \"x\" }.ToString()) | { a = 1, b = x }",
          "@{ var x = 5; var o = new { x, context.Name, n = (object)null }; return o.x + o.Name + o; } | 5name{ x = 5, Name = name, n =  }",
          "@{ var a = new { k = 1, v = \"x\" }; var b = new { k = 1, v = \"x\" }; return a.Equals(b) + \",\" + (a == b) + \",\" + (a.GetHashCode() == b.GetHashCode()); } | True,False,True",
          "@(\"\" + new { k = 1 }.Equals(new { k = 1L })) | False",
          "@(new[] { new { n = \"x\", v = 2 }, new { n = \"y\", v = 1 } }.Fold(\"\", (t, o) => t + o.n + o.v)) | x2y1",
          "@(new { f = (Func<int, int>)(n => n + 1) }.f(1) + \"\") | 2",
          "@(string.Join(\";\", \"a,b\".Split(',').Map((s, i) => new { s, i }).Map(o => o.s + o.i))) | a0;b1",
          "@(\"\" + new { }) | { }",
        })
    void have_properties(String expression, String expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void show_their_properties_to_the_library() {
      AnonymousObject object = (AnonymousObject) value("@(new { a = 1, b = \"x\" })");
      assertThat(object.names()).containsExactly("a", "b");
      assertThat(object.values()).isEqualTo(List.of(1, "x"));
      assertThat(object.types()).containsExactly("System.Int32", "System.String");
      assertThat(RuntimeTypes.nameOf(object)).isEqualTo("anonymous");
    }
  }

  @Nested
  class NamesAndDefaults {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@(nameof(context.Name) + nameof(System.Text) + nameof(System.Collections.Generic.KeyValuePair<int, int>)) | NameTextKeyValuePair",
          "@{ int count; return nameof(count) + nameof(string.Length) + nameof(String); } | countLengthString",
          "@{ int n = default; string s = default; return n + (s ?? \"-\") + (n == default) + (context.Count > 1 ? 5 : default); } | 0-True0",
          "@(default(int) + \",\" + (default(string) == null) + \",\" + default(Guid)) | 0,True,00000000-0000-0000-0000-000000000000",
        })
    void are_known(String expression, String expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }
  }

  @Nested
  class WhatCSharpRefuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "@{ var t = (1, null); return 1; }",
          "@{ (int, int) t = (1, \"x\"); return 1; }",
          "@{ (int, int) t = (1, 2, 3); return 1; }",
          "@((1, 2).Item3)",
          "@{ var t = (a: 1, b: 2); return t.c; }",
          "@{ var t = (a: 1, a: 2); return 1; }",
          "@{ var t = (Item2: 1, b: 2); return 1; }",
          "@((1, 2) == (1, 2, 3))",
          "@((1, 2) == (1, \"x\"))",
          "@((1, 2) < (3, 4))",
          "@{ var (a, b) = 5; return 1; }",
          "@{ var (a, b) = (1, 2, 3); return 1; }",
          "@{ var (a, b) = (1, null); return 1; }",
          "@{ var (a, a) = (1, 2); return 1; }",
          "@{ int a = 1; var (a, b) = (1, 2); return 1; }",
          "@{ (a, b) = (1, 2); return 1; }",
          "@(new { null })",
          "@(new { a = null })",
          "@(new { a = 1, a = 2 })",
          "@(new { 1 })",
          "@{ var o = new { a = 1 }; o.a = 2; return 1; }",
          "@(new { a = 1 }.b)",
          "@{ var o = new { a = 1 }; o = new { a = \"x\" }; return 1; }",
          "@{ foreach (var t in new[] { (1, 2) }) { t.Item1 = 3; } return 1; }",
          "@(nameof(missing))",
          "@(nameof(1 + 2))",
          "@(nameof(context.Missing))",
          "@(default)",
          "@{ var x = default; return 1; }",
          "@{ (int a, int a) t = (1, 2); return 1; }",
          "@(default + 1)",
          "@(default == default)",
        })
    void is_refused(String expression) {
      assertThat(issues(expression)).isNotEmpty();
    }
  }
}
