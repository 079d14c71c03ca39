package dev.fanout.expressions;

import static dev.fanout.expressions.CSharp.failure;
import static dev.fanout.expressions.CSharp.text;
import static dev.fanout.expressions.CSharp.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.runtime.RuntimeTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinqTest {
  private static String joined(String sequence) {
    return text("@(string.Join(\",\", " + sequence + "))");
  }

  @Nested
  class AQuery {
    @Test
    void is_run_when_it_is_read_and_each_time() {
      assertThat(
              text(
                  """
                  @{
                    var calls = 0;
                    var query = new[] { 1, 2, 3 }.Select(n => { calls++; return n; });
                    var sum = query.Sum() + query.First();
                    return calls + ":" + sum;
                  }"""))
          .isEqualTo("4:7");
    }

    @Test
    void fails_where_it_is_read_and_for_a_null_source_at_once() {
      assertThat(
              text(
                  "@{ var q = new[] { \"1\", \"x\" }.Select(s => int.Parse(s)); return q.First(); }"))
          .isEqualTo("1");
      assertThat(failure("@(((string[])null).Select(s => s))"))
          .isEqualTo("System.ArgumentNullException: Value cannot be null. (Parameter 'source')");
    }

    @Test
    void is_known_as_a_sequence_of_its_items() {
      assertThat(RuntimeTypes.nameOf(value("@(Enumerable.Range(1, 3).Select(n => n / 2.0))")))
          .isEqualTo("System.Collections.Generic.IEnumerable<System.Double>");
      assertThat(RuntimeTypes.nameOf(value("@(new[] { 2, 1 }.OrderBy(n => n))")))
          .isEqualTo("System.Collections.Generic.IEnumerable<System.Int32>");
    }

    @Test
    void asks_only_for_the_item_that_is_wanted() {
      assertThat(
              text(
                  """
                  @{
                    var calls = 0;
                    var last = new[] { 1, 2, 3 }.Select(n => { calls++; return n; }).Last();
                    var any = new[] { 1, 2, 3 }.Select(n => { calls++; return n; }).Any();
                    return calls + ":" + last + any;
                  }"""))
          .isEqualTo("1:3True");
    }
  }

  @Nested
  class Elements {
    @Test
    void are_missed_with_the_words_of_dotnet() {
      assertThat(failure("@(new int[0].First())"))
          .isEqualTo("System.InvalidOperationException: Sequence contains no elements");
      assertThat(failure("@(new[] { 1 }.First(n => n > 1))"))
          .isEqualTo("System.InvalidOperationException: Sequence contains no matching element");
      assertThat(failure("@(new[] { 1, 2 }.Single())"))
          .isEqualTo("System.InvalidOperationException: Sequence contains more than one element");
      assertThat(failure("@(new[] { 1, 1 }.SingleOrDefault(n => n == 1))"))
          .isEqualTo(
              "System.InvalidOperationException: Sequence contains more than one matching element");
      assertThat(failure("@(new[] { 1 }.ElementAt(1))"))
          .isEqualTo(
              "System.ArgumentOutOfRangeException: Index was out of range. Must be non-negative and"
                  + " less than the size of the collection. (Parameter 'index')");
    }

    @Test
    void have_defaults_of_their_type() {
      assertThat(
              text(
                  "@(new int[0].FirstOrDefault() + \",\" + (new string[0].LastOrDefault() == null))"))
          .isEqualTo("0,True");
      assertThat(text("@(new Dictionary<string, int>().FirstOrDefault().Key == null)"))
          .isEqualTo("True");
    }
  }

  @Nested
  class Sorting {
    @Test
    void is_stable_and_goes_on_by_further_keys() {
      assertThat(joined("new[] { \"bb\", \"a\", \"cc\", \"d\" }.OrderBy(s => s.Length)"))
          .isEqualTo("a,d,bb,cc");
      assertThat(
              joined(
                  "new[] { \"bb\", \"a\", \"cc\", \"d\" }.OrderByDescending(s => s.Length)"
                      + ".ThenByDescending(s => s, StringComparer.Ordinal)"))
          .isEqualTo("cc,bb,d,a");
    }
  }

  @Nested
  class Grouping {
    @Test
    void keeps_the_order_of_the_keys_and_of_their_items() {
      assertThat(
              joined(
                  "\"pear apple plum avocado\".Split(' ').GroupBy(s => s[0])"
                      + ".Select(g => g.Key + \":\" + string.Join(\"+\", g))"))
          .isEqualTo("p:pear+plum,a:apple+avocado");
      assertThat(
              joined(
                  "new[] { 1, 2, 3, 4 }.GroupBy(n => n % 2, n => n * 10, (k, g) => k + \"=\" + g.Sum())"))
          .isEqualTo("1=40,0=60");
    }

    @Test
    void finds_partners() {
      assertThat(
              joined(
                  "new[] { 1, 2, 3 }.Join(new[] { \"1:one\", \"3:three\", \"3:drei\" },"
                      + " n => n.ToString(), s => s.Split(':')[0], (n, s) => n + s.Split(':')[1])"))
          .isEqualTo("1one,3three,3drei");
      assertThat(
              text(
                  "@(\"a=1&b=2&a=3\".Split('&').ToLookup(p => p[0], p => p.Substring(2))['x'].Count())"))
          .isEqualTo("0");
    }
  }

  @Nested
  class Numbers {
    @Test
    void are_summed_checked_and_averaged_as_doubles() {
      assertThat(value("@(new[] { 1, 2 }.Average())")).isEqualTo(1.5);
      assertThat(text("@(new List<decimal> { 1.10m, 2.2m }.Sum())")).isEqualTo("3.30");
      assertThat(failure("@(new[] { int.MaxValue, 1 }.Sum())"))
          .isEqualTo("System.OverflowException: Arithmetic operation resulted in an overflow.");
      assertThat(value("@(new[] { \"aaa\", \"b\" }.Max(s => s.Length))")).isEqualTo(3);
      assertThat(failure("@(new int[0].Max())"))
          .isEqualTo("System.InvalidOperationException: Sequence contains no elements");
      assertThat(value("@(new string[0].Max())")).isNull();
    }
  }

  @Nested
  class Sequences {
    @Test
    void are_cut_joined_and_made_distinct() {
      assertThat(joined("Enumerable.Range(1, 9).Skip(2).Take(3)")).isEqualTo("3,4,5");
      assertThat(joined("new[] { 1, 2, 2 }.Union(new[] { 3, 2, 4, 4 })")).isEqualTo("1,2,3,4");
      assertThat(joined("new[] { 1, 1, 2, 3, 3 }.Except(new[] { 2 })")).isEqualTo("1,3");
      assertThat(joined("new[] { \"A\", \"b\", \"a\" }.Distinct(StringComparer.OrdinalIgnoreCase)"))
          .isEqualTo("A,b");
      assertThat(joined("new[] { 1, 2, 3, 4, 5 }.Chunk(2).Select(c => c.Length)"))
          .isEqualTo("2,2,1");
      assertThat(joined("new[] { \"a\", \"b\" }.SelectMany(x => new[] { 1, 2 }, (x, y) => x + y)"))
          .isEqualTo("a1,a2,b1,b2");
    }

    @Test
    void are_cast_exactly() {
      assertThat(failure("@(new object[] { 1, \"2\" }.Cast<int>().Sum())"))
          .isEqualTo(
              "System.InvalidCastException: Unable to cast object of type 'System.String' to type"
                  + " 'System.Int32'.");
      assertThat(joined("new object[] { 1, \"2\", null, 3 }.OfType<int>()")).isEqualTo("1,3");
    }

    @Test
    void become_collections() {
      assertThat(
              value("@(new[] { \"One\", \"Two\" }.ToDictionary(s => s, s => s.Length)[\"One\"])"))
          .isEqualTo(3);
      assertThat(value("@(\"abc\".Select(c => (byte)c).ToArray())"))
          .isEqualTo(new byte[] {97, 98, 99});
    }
  }

  @Nested
  class Tuples {
    @Test
    void come_from_sequences_side_by_side_with_names() {
      assertThat(
              text(
                  "@(new[] { 1, 2 }.Zip(new[] { \"a\", \"b\", \"c\" }).Select(t => t.First + t.Second).Last())"))
          .isEqualTo("2b");
      assertThat(text("@(new[] { \"a\", \"b\" }.Index().Select(t => t.Index + t.Item).Last())"))
          .isEqualTo("1b");
      assertThat(value("@(new[] { (\"a\", 1), (\"b\", 2) }.ToDictionary()[\"b\"])")).isEqualTo(2);
    }
  }

  @Nested
  class TheFence {
    @Test
    void ends_products_of_sequences() {
      assertThat(
              failure(
                  "@(Enumerable.Range(0, 2000000000).SelectMany(a => Enumerable.Range(0, 2000000000)).Count())"))
          .startsWith("System.TimeoutException");
      assertThat(failure("@(Enumerable.Repeat(\"a\", int.MaxValue).ToList().Count)"))
          .matches("System.(TimeoutException|OutOfMemoryException).*");
    }
  }
}
