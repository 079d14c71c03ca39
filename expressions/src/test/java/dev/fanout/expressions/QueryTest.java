package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.issues;
import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @Nested
  class Clauses {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "from n in new[] { 3, 1, 2 } where n > 1 orderby n select n * 10 | 20,30",
          "from n in new[] { 3, 1, 2 } select n | 3,1,2",
          "from n in new[] { 3, 1, 2 } orderby n descending select n | 3,2,1",
          "from pair in \"k1=v1;k2=v2;bad\".Split(';') let parts = pair.Split('=') where parts.Length == 2 select parts[1] + parts[0] | v1k1,v2k2",
          "from x in new[] { 1, 2, 3 } from y in new[] { 1, 2, 3 } where x < y select x * 10 + y | 12,13,23",
          "from x in new[] { 1, 2 } from y in new[] { x, x * 2 } select x + \":\" + y | 1:1,1:2,2:2,2:4",
          "from x in new[] { 1, 2 } from y in new[] { 5 } let z = x + y from w in new[] { z } orderby z descending, w select x + y + z + w | 21,18",
          "from s in new[] { \"b2\", \"a1\", \"b1\", \"a2\" } orderby s[1] descending, s[0] select s | a2,b2,a1,b1",
          "from s in new[] { \"a1\", \"b1\", \"a2\" } group s by s[0] into g orderby g.Key descending select g.Key + \"\" + g.Count() | b1,a2",
          "from s in new[] { \"a1\", \"b1\", \"a2\" } group s.Substring(1) by s[0] into g select string.Concat(g) | 12,1",
          "from a in new[] { 1, 2, 3 } join b in new[] { 2, 3, 4 } on a equals b - 1 select a * b | 2,6,12",
          "from a in new[] { 1, 2 } join b in new[] { 1, 1, 3 } on a equals b into bs select a + \"x\" + bs.Count() | 1x2,2x0",
          "from a in new[] { 1, 2 } join b in new[] { 1, 2 } on a equals b where b > 1 select a + b | 4",
          "from object o in new object[] { 1, \"x\" } select o | 1,x",
          "from int n in new object[] { 1, 2 } select n + 1 | 2,3",
          "from n in new[] { 1, 2 } select n + 1 into m where m > 2 select m * m | 9",
          "from n in new[] { 1, 2 } select (from m in new[] { n, n } select m * 2).Sum() | 4,8",
          "from n in new[] { 1, 2 } let f = n * 2 select new { n, f } into p select p.n + p.f | 3,6",
        })
    void mean_calls(String query, String expected) {
      assertThat(value("@(string.Join(\",\", " + query + "))")).isEqualTo(expected);
    }
  }

  @Nested
  class Words {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "@{ var from = 1; var where = 2; var select = from + where; return select; } | 3",
          "@{ var from = 5; return from < 6 ? 1 : 0; } | 1",
          "@{ int let = 1, join = 2, into = 3; return let + join * into; } | 7",
        })
    void are_names_elsewhere(String expression, int expected) {
      assertThat(value(expression)).isEqualTo(expected);
    }
  }

  @Nested
  class WhatCSharpRefuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "@((from n in new[] { 1 } where n > 0).Any())",
          "@((from n in new[] { 1 } where n select n).Any())",
          "@((from n in 5 select n).Any())",
          "@((from n in new[] { 1 } let n = 2 select n).Any())",
          "@((from n in new[] { 1 } select m).Any())",
          "@{ var n = 1; return (from n in new[] { 1 } select n).Any(); }",
          "@((from a in new[] { 1 } join b in new[] { \"x\" } on a equals b select a).Any())",
          "@((from n in new[] { 1 } from m in new[] { 2 } where (n = 3) > 1 select n).Any())",
        })
    void is_refused(String expression) {
      assertThat(issues(expression)).isNotEmpty();
    }
  }
}
