package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.issues;
import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.Issue;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaTest {
  @Nested
  class Delegates {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@{ Func<int, int> f = x => x + 1; return f(41); } | 42",
          "@{ Func<int, int> f = x => { var y = x; return y * 2; }; return f.Invoke(21); } | 42",
          "@{ Func<int, int, int> f = (int a, int b) => a - b; return f(50, 8); } | 42",
          "@{ Func<int> f = () => 42; return f(); } | 42",
          "@{ Func<int, int> f = delegate (int n) { return n * n; }; return f(9); } | 81",
          "@{ Func<int, int> f = delegate { return 7; }; return f(9); } | 7",
          "@{ Func<int, Func<int, int>> add = a => b => a + b; return add(40)(2); } | 42",
          "@{ Func<int, long> f = x => x; return (int)f(42); } | 42",
          "@{ Func<int, long> f = x => { if (x > 1) return 1; return x; }; return (int)f(42); } | 1",
          "@{ var f = (Func<int, int>)(x => x * 2); return f(21); } | 42",
          "@{ var fs = new Func<int, int>[] { x => x + 1, x => x + 2 }; return fs[1](40); } | 42",
          "@{ Func<int> f = null; return f?.Invoke() ?? 42; } | 42",
          "@{ Func<string, int> f = int.Parse; return f(\"42\"); } | 42",
          "@{ Func<string> f = \" x \".Trim; return f().Length; } | 1",
          "@{ int Twice(int n) => n * 2; Func<int, int> f = Twice; return f(21); } | 42",
          "@{ Func<int, int> f = async => async + 1; return f(41); } | 42",
          "@{ var f = new Func<int, int>(x => x + 1); return f(41); } | 42",
          "@{ Func<int, int, int, int, int, int> f = (a, b, c, d, e) => a + b + c + d + e; return f(1, 2, 3, 4, 32); } | 42",
          "@{ Func<int> f = () => 1; f += () => 42; return f(); } | 42",
          "@{ int n = 0; Action a = () => n += 2; a += () => n += 40; a(); return n; } | 42",
          "@{ int n = 0; Action a = () => n += 42; Action b = () => n = -1; a += b; a -= b; a(); return n; } | 42",
          "@{ Func<int> f = () => throw new Exception(); try { return f(); } catch (Exception) { return 42; } } | 42",
          "@{ Func<int> f = () => { try { return 42; } finally { } }; return f(); } | 42",
        })
    void are_called(String expression, int expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void of_references_are_variant() {
      assertThat(
              value(
                  "@{ Func<object, string> f = o => o + \"!\"; Func<string, object> g = f; return"
                      + " g(\"a\"); }"))
          .isEqualTo("a!");
    }

    @Test
    void know_their_type() {
      assertThat(value("@{ Func<int, string> f = n => \"\" + n; return f.ToString(); }"))
          .isEqualTo("System.Func`2[System.Int32,System.String]");
      assertThat(value("@{ object o = (Func<int>)(() => 1); return o is Func<int>; }"))
          .isEqualTo(true);
    }

    @Test
    void without_an_object_fail_as_dotnet_does() {
      assertThatThrownBy(() -> value("@{ Func<int> f = null; return f(); }"))
          .hasMessageContaining("Object reference not set");
      assertThatThrownBy(() -> value("@{ string s = null; Func<string> f = s.Trim; return 1; }"))
          .hasMessageContaining("Object reference not set");
    }
  }

  @Nested
  class CapturedVariables {
    @Test
    void are_shared_with_the_code_around() {
      assertThat(
              value(
                  """
                  @{
                    int calls = 0;
                    long sum = 0; double d = 0.5; float f = 1; string text = ""; bool b = false; char c = 'a';
                    Action<int> add = n => { calls++; sum += n; d *= 2; f += 1; text += n; b = !b; c++; };
                    add(1);
                    calls += 10;
                    add(20);
                    return calls + "," + sum + "," + d + "," + f + "," + text + "," + b + "," + c;
                  }\
                  """))
          .isEqualTo("12,21,2,3,120,False,c");
    }

    @Test
    void are_new_in_each_turn_of_foreach_and_one_in_for() {
      assertThat(
              value(
                  """
                  @{
                    var each = new Func<int>[3];
                    var counted = new Func<int>[3];
                    var inner = new Func<int>[3];
                    var position = 0;
                    foreach (var n in new[] { 1, 2, 3 }) { each[position++] = () => n; }
                    for (int i = 0; i < 3; i++) { counted[i] = () => i; int copy = i; inner[i] = () => copy++; }
                    inner[1]();
                    return "" + each[0]() + each[1]() + each[2]() + counted[0]() + counted[2]()
                        + inner[0]() + inner[1]() + inner[2]();
                  }\
                  """))
          .isEqualTo("12333022");
    }

    @Test
    void are_new_wherever_a_name_is_declared() {
      assertThat(
              value(
                  """
                  @{
                    var made = new Func<string>[3];
                    for (int i = 0; i < 3; i++) {
                      if (int.TryParse("" + i * 2, out var n)) { made[i] = () => "" + n; }
                      object o = i;
                      if (i == 1 && o is int m) { made[i] = () => n + "/" + m; }
                      try { if (i == 2) throw new Exception("e" + i); }
                      catch (Exception e) { made[i] = () => e.Message + n; }
                    }
                    return made[0]() + "," + made[1]() + "," + made[2]();
                  }\
                  """))
          .isEqualTo("0,2/1,e24");
    }

    @Test
    void reach_through_several_lambdas() {
      assertThat(
              value(
                  """
                  @{
                    var log = "";
                    Func<string, Func<int, Action>> outer = s => n => () => { log += s + n; };
                    outer("a")(1)();
                    outer("b")(2)();
                    return log;
                  }\
                  """))
          .isEqualTo("a1b2");
    }

    @Test
    void include_the_context_and_parameters() {
      assertThat(
              value(
                  "@(\"a,b\".Split(',').Map(x => \"12\".Map(y => context.Name + x + y)).Fold(\"\","
                      + " (all, part) => part.Fold(all, (text, item) => text + item)))",
                  TinyHost.of("-", Map.of())))
          .isEqualTo("-a1-a2-b1-b2");
    }

    @Test
    void a_lambda_may_call_itself_by_its_variable() {
      assertThat(
              value(
                  "@{ Func<int, long> fact = null; fact = n => n <= 1 ? 1L : n * fact(n - 1); return"
                      + " fact(15); }"))
          .isEqualTo(1307674368000L);
    }
  }

  @Nested
  class Inference {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@(string.Join(\"-\", new[] { 1, 2, 3 }.Map(n => n * n))) | 1-4-9",
          "@(string.Join(\"-\", new[] { 1, 2, 3 }.Keep(n => n % 2 == 1).Map(n => n + 0.5))) | 1.5-3.5",
          "@(string.Join(\"-\", \"a,b\".Split(',').Map((s, i) => s + i))) | a0-b1",
          "@(string.Join(\"-\", \"1,2\".Split(',').Map(int.Parse).Map(n => n + 1))) | 2-3",
          "@(\"abc\".Fold(0, (sum, c) => sum + c) + \"\") | 294",
          "@(\"\" + new[] { 1, 2 }.Total(n => n)) | 3",
          "@(\"\" + new[] { 1, 2 }.Total(n => n * 1.5)) | 4.5",
          "@(\"\" + new[] { 1, 2 }.Total(n => n * 1.50m)) | 4.50",
          "@(\"\" + new[] { 1, 2 }.Total(n => (long)n * int.MaxValue)) | 6442450941",
          "@{ var n = 0; Functions.Twice(() => { n++; return \"\"; }); return \"\" + n; } | 2",
          "@(Functions.Apply(21, n => n * 2 + \"!\")) | 42!",
          "@(Functions.Apply<int, object>(21, n => n).ToString()) | 21",
          "@(Functions.Apply(\"x\", (string s) => s.Length) + \"\") | 1",
          "@{ var t = \"\"; new[] { 1, 2 }.Each(n => t += n); return t; } | 12",
          "@{ var t = 0; return Functions.Which(() => { t = 1; }); } | action",
          "@{ var t = 0; return Functions.Which(() => t = 1); } | function 1",
          "@(Functions.Which(() => 5)) | function 5",
          "@(Functions.Map(new[] { 1 }, n => n).Any() + \"\") | True",
          "@(string.Join(\",\", \"a\".Map(c => { if (c == 'b') return null; return c + \"!\"; }))) | a!",
        })
    void finds_the_types(String expression, String expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }
  }

  @Nested
  class LocalFunctions {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@{ string Wrap(string s) => \"<\" + s + \">\"; return Wrap(\"a\"); } | <a>",
          "@{ return \"\" + Gcd(84, 36); int Gcd(int a, int b) { return b == 0 ? a : Gcd(b, a % b); } } | 12",
          "@{ var n = 1; void Add(int m) { n += m; } Add(2); Add(3); return \"\" + n; } | 6",
          "@{ bool Even(int n) => n == 0 ? true : Odd(n - 1); bool Odd(int n) => n != 0 && Even(n - 1); return \"\" + Even(10); } | True",
          "@{ var t = \"\"; void Outer(int n) { void Inner() { t += n; } Inner(); Inner(); } Outer(1); Outer(2); return t; } | 1122",
          "@{ var log = \"\"; int Log(string s, int v) { log += s; return v; } int Sub(int a, int b) => a - b; var r = Sub(b: Log(\"b\", 1), a: Log(\"a\", 10)); return log + r; } | ba9",
          "@{ int x; void Set() { x = 5; } Set(); return \"\" + x; } | 5",
          "@{ int x = 0; void A() { B(); } void B() { x++; } A(); A(); return \"\" + x; } | 2",
          "@{ int F(int a, int b = 2, int c = 3) => a * 100 + b * 10 + c; return F(1) + \",\" + F(1, c: 9) + \",\" + F(b: 5, a: 4); } | 123,129,453",
          "@{ int Count(params object[] items) => items == null ? -1 : items.Length; return Count() + \",\" + Count(1, \"b\") + \",\" + Count(null) + \",\" + Count(new object[] { 1, 2, 3 }) + \",\" + Count(new int[] { 1, 2 }); } | 0,2,-1,3,1",
          "@{ void Bump(ref int n, out string was) { was = \"was \" + n; n++; } int x = 4; Bump(ref x, out var text); return text + \" now \" + x; } | was 4 now 5",
          "@{ int n = 0; void Inc(ref int m) { m++; n += 10; } Inc(ref n); return \"\" + n; } | 11",
          "@{ void Swap(ref long a, ref long b) { var t = a; a = b; b = t; } long x = 1, y = 2; Swap(ref x, ref y); return x + \",\" + y; } | 2,1",
          "@{ long Sum(long a, double b) { return a + (long)b; } return \"\" + Sum(1, 2f); } | 3",
          "@{ var n = 2; int Times(int m) => m * n; return string.Join(\",\", new[] { 1, 2 }.Map(Times)); } | 2,4",
          "@{ var n = 2; int Times(int m) => m * n; return string.Join(\",\", new[] { 1, 2 }.Map(m => Times(m) + 1)); } | 3,5",
        })
    void are_called(String expression, String expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void without_end_are_stopped() {
      assertThatThrownBy(() -> value("@{ int Down(int n) => Down(n + 1) + 1; return Down(0); }"))
          .isInstanceOf(ExpressionFailure.class);
    }
  }

  @Nested
  class WhatCSharpRefuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "@(x => x)",
          "@{ var f = x => x + 1; return 1; }",
          "@{ object f = () => 1; return 1; }",
          "@{ Func<int, int> f = x => \"a\"; return 1; }",
          "@{ Func<int, int> f = (x, y) => x; return 1; }",
          "@{ Func<int, int> f = (string x) => 1; return 1; }",
          "@{ Func<int> f = () => { }; return 1; }",
          "@{ Func<int, int> f = x => { if (x > 0) return 1; }; return 1; }",
          "@{ Action f = () => 1; return 1; }",
          "@{ Action f = () => { return 1; }; return 1; }",
          "@{ int x = 1; Func<int, int> f = x => x; return 1; }",
          "@{ int n; Func<int> f = () => n; n = 1; return f(); }",
          "@{ Func<int, int> f = x => x; return f(\"a\"); }",
          "@{ Func<int, int> f = x => x; return f(); }",
          "@{ int n = 1; return n(2); }",
          "@(context.Name.Trim)",
          "@(new[] { 1 }.Map(n => n.Missing))",
          "@(new[] { 1 }.Map(n => missing))",
          "@(new[] { 1 }.Keep(n => n))",
          "@(Functions.Twice(() => null))",
          "@(Functions.Map(null, n => n))",
          "@{ int F(int a) { if (a > 0) return 1; } return F(1); }",
          "@{ int F(int a) => a; return F(\"x\"); }",
          "@{ int F(int a) => a; int F(int b) => b; return F(1); }",
          "@{ void F() { return 1; } F(); return 1; }",
          "@{ int F() { return; } return F(); }",
          "@{ int n; int F() => n; return F(); }",
          "@{ int n; int F() { int m; return m; } n = 1; return 1; }",
          "@{ Func<string, long> f = int.Parse; return 1; }",
          "@{ Func<int, int> f = async x => x; return 1; }",
          "@{ Func<int, int, int> f = (_, _) => 1; return f(1, 2); }",
          "@{ int x; Action f = () => x = 1; f(); return x; }",
          "@{ while (true) { Action f = () => { break; }; } }",
          "@{ var r = new[] { 1 }.Map(y => y).Any(); int y = 1; return r; }",
          "@{ void F(ref int a) { Func<int> f = () => a; } int n = 1; F(ref n); return n; }",
          "@{ int F(ref int a) => a; int n = 1; return F(n); }",
          "@{ int F(ref int a) => a; int n; return F(ref n); }",
          "@{ bool Try(out int n) { return true; } return Try(out var k) ? k : -1; }",
          "@{ int F(int a, int a) => a; return F(1, 2); }",
          "@{ int F(int a = 1, int b) => a; return F(1); }",
          "@{ Func<int, int> f = x => x; Func<long, long> g = f; return 1; }",
          "@{ Func<int> f = () => 1; return f == 1; }",
          "@{ var f = new Func<int>(); return 1; }",
        })
    void is_refused(String expression) {
      assertThat(issues(expression)).isNotEmpty();
    }

    @Test
    void says_what_is_wrong_within_the_lambda() {
      assertThat(issues("@(new[] { 1 }.Map(n => n.Lenght))"))
          .singleElement()
          .extracting(Issue::message)
          .asString()
          .contains("'int' has no member 'Lenght'");
    }
  }
}
