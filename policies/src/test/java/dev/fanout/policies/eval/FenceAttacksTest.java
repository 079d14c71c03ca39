package dev.fanout.policies.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.policies.context.ContextTypes;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions that would run for ever or fill the memory. The clock is set so that only steps and
 * sizes can stop them; that nothing catches the end is a part of each.
 */
class FenceAttacksTest {
  private static final ExpressionLimits STEPS =
      new ExpressionLimits(2_000_000, Duration.ofHours(1));

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Loops.
        "@{ while (true) { try { while (true) { } } catch (Exception) { } finally { } } }",
        "@{ for (var i = 0; ; i++) { if (i < 0) { return i; } i = 0; } }",
        // Recursion.
        "@{ int F(int n) => F(n + 1) + 1; return F(0); }",
        "@{ int F(int n) { try { return F(n + 1); } catch { return F(n); } } return F(0); }",
        "@{ Func<int, int> f = null; f = n => f(n + 1); return f(0); }",
        "@{ int Even(int n) => Odd(n + 1); int Odd(int n) => Even(n + 1); return Even(0); }",
        // Regular expressions.
        "@(Regex.IsMatch(new string('a', 40) + \"!\", \"^(a+)+$\"))",
        "@(Regex.IsMatch(new string('a', 40) + \"!\", \"^(a|aa)+$\"))",
        "@(Regex.IsMatch(new string('a', 5000) + \"!\", \"^(.*a){12}$\"))",
        "@(Regex.Replace(new string('a', 30), \"(a*)*b\", \"x\"))",
        "@(Regex.Matches(new string('x', 20000), \"x*x*x*y\").Count)",
        "@(Regex.IsMatch(new string('a', 60), \"(?=(a+)+$)(a+)+b\"))",
        // Strings.
        "@{ var s = \"x\"; while (true) { s += s; } }",
        "@{ var s = \"x\"; while (true) { s = s.Replace(\"x\", \"xx\"); } }",
        "@{ var s = \"x\"; while (true) { s = $\"{s}{s}{s}\"; } }",
        "@{ var s = \"x\"; while (true) { s = string.Concat(s, s, s); } }",
        "@{ var s = \"ab\"; while (true) { s = string.Join(s, s, s, s); } }",
        "@(new string('x', int.MaxValue).Length)",
        "@(\"x\".PadLeft(int.MaxValue).Length)",
        "@(string.Format(\"{0,2000000000}\", 1).Length)",
        "@($\"{1,2000000000}\".Length)",
        "@(1.ToString(\"D999999999\").Length)",
        "@(1.5.ToString(\"F999999999\").Length)",
        "@{ var b = new StringBuilder(\"xx\"); while (true) { b.Append(b.ToString()); } }",
        "@{ var b = new StringBuilder(); b.Append('x', int.MaxValue); return b.Length; }",
        "@{ var b = new StringBuilder(); b.Length = int.MaxValue; return b.Length; }",
        // Collections.
        "@(new byte[int.MaxValue].Length)",
        "@{ var l = new List<object>(); while (true) { l.Add(l); } }",
        "@{ var l = new List<int> { 1, 2 }; while (true) { l.AddRange(l.ToArray()); } }",
        "@{ var d = new Dictionary<int, int>(); for (var i = 0; ; i++) { d[i] = i; } }",
        "@{ var q = new Queue<int>(); while (true) { q.Enqueue(1); } }",
        "@(new List<int>(int.MaxValue).Count)",
        // LINQ.
        "@(Enumerable.Range(0, int.MaxValue).Count(i => i < 0))",
        "@(Enumerable.Repeat(1, int.MaxValue).Sum())",
        "@(Enumerable.Range(0, int.MaxValue).ToList().Count)",
        "@{ var r = Enumerable.Range(0, 10000); return r.SelectMany(a => r).SelectMany(a => r).Count(); }",
        "@((from a in Enumerable.Range(0, 9999) from b in Enumerable.Range(0, 9999) where a < 0 select b).Any())",
        "@(Enumerable.Range(0, int.MaxValue).OrderBy(i => -i).First())",
        "@(Enumerable.Range(0, int.MaxValue).Reverse().First())",
        "@{ var s = Enumerable.Repeat(\"x\", 9999999); return string.Join(\",\", s).Length; }",
        "@{ IEnumerable<int> s = new[] { 1 }; while (true) { s = s.Concat(s); } }",
        // JSON.
        "@(JToken.Parse(new string('[', 1000000)))",
        "@(JToken.Parse(new string('[', 50000) + new string(']', 50000)))",
        "@{ JToken t = new JArray(); while (true) { t = new JArray(t, t); } }",
        "@{ var a = new JArray(); while (true) { a.Add(a.Count); } }",
        "@{ var o = new JObject(); o[\"a\"] = 1; while (true) { o = new JObject(new JProperty(\"l\", o), new JProperty(\"r\", o)); } }",
        // XML.
        "@{ var x = new XElement(\"a\"); while (true) { x = new XElement(\"b\", x, x); } }",
        "@{ var text = \"\"; for (var i = 0; i < 18; i++) { text += \"<a>\"; text += text; } return XElement.Parse(text).Value; }",
      })
  void ends(String expression) {
    ExpressionFailure failure = failure(expression, STEPS);

    assertThat(failure).as(expression).isNotNull();
    assertThat(failure.typeName()).as(expression).matches("(System|Newtonsoft\\.Json)\\..*");
    assertThat(failure.getMessage()).isNotEmpty();
  }

  private static ExpressionFailure failure(String expression, ExpressionLimits limits) {
    SourceText source = SourceText.of("test", expression);
    Compilation compilation =
        new ExpressionCompiler(ContextTypes.hostTypes(), limits)
            .compile(source.span(), ExpressionTarget.OBJECT);
    assertThat(compilation.issues()).as(expression).isEmpty();
    return catchThrowableOfType(
        ExpressionFailure.class,
        () ->
            ShownValue.of(compilation.expression().orElseThrow().evaluate(ContextReader.empty())));
  }
}
