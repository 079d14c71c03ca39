package dev.fanout.expressions;

import static dev.fanout.expressions.CSharp.failure;
import static dev.fanout.expressions.CSharp.text;
import static dev.fanout.expressions.CSharp.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.runtime.RuntimeTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CollectionsTest {
  private static final String OUT_OF_RANGE =
      "System.ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less"
          + " than the size of the collection. (Parameter 'index')";

  @Nested
  class AList {
    @Test
    void keeps_its_items_in_order() {
      assertThat(
              text(
                  """
                  @{
                    var list = new List<string> { "b", "a" };
                    list.Add("c"); list.Insert(0, "z"); list.AddRange(new[] { "x", "y" });
                    list.RemoveAt(1); list.Remove("c"); list.Reverse();
                    return string.Join("", list) + list.Count + list.IndexOf("a") + list[0];
                  }"""))
          .isEqualTo("yxaz42y");
    }

    @Test
    void refuses_an_index_outside() {
      assertThat(failure("@(new List<int> { 1 }[1])")).isEqualTo(OUT_OF_RANGE);
      assertThat(failure("@(new List<int>(10)[0])")).isEqualTo(OUT_OF_RANGE);
      assertThat(failure("@{ var l = new List<int>(); l.RemoveAt(-1); return l; }"))
          .isEqualTo(OUT_OF_RANGE);
      assertThat(failure("@{ var l = new List<int>(); l.Insert(1, 1); return l; }"))
          .isEqualTo(
              "System.ArgumentOutOfRangeException: Index must be within the bounds of the List."
                  + " (Parameter 'index')");
    }

    @Test
    void ends_an_enumeration_when_it_changes() {
      assertThat(
              failure(
                  "@{ var l = new List<int> { 1, 2 }; foreach (var n in l) l.Add(n); return l; }"))
          .isEqualTo(
              "System.InvalidOperationException: Collection was modified; enumeration operation may"
                  + " not execute.");
    }

    @Test
    void sorts_up_to_sixteen_items_as_insertion_does_and_three_by_swaps() {
      assertThat(
              text(
                  "@{ var l = new List<int> { 3, 1, 2 }; l.Sort(); return string.Join(\",\", l); }"))
          .isEqualTo("1,2,3");
      assertThat(
              text(
                  """
                  @{
                    var l = new List<string> { "b", "B", "a" };
                    l.Sort(StringComparer.OrdinalIgnoreCase);
                    return string.Join(",", l);
                  }"""))
          .isEqualTo("a,B,b");
    }

    @Test
    void knows_the_type_of_its_items() {
      Object list = value("@(new List<string>())");
      assertThat(RuntimeTypes.nameOf(list))
          .isEqualTo("System.Collections.Generic.List<System.String>");
      assertThat(text("@(\"\" + new List<string>())"))
          .isEqualTo("System.Collections.Generic.List`1[System.String]");
      assertThat(value("@(new List<byte> { 1, 255 }.ToArray())")).isEqualTo(new byte[] {1, -1});
      assertThat(value("@(new List<string> { \"a\" }.ToArray())")).isEqualTo(new String[] {"a"});
      assertThat(value("@(new List<long> { 1 }.ToArray())")).isEqualTo(new long[] {1});
    }

    @Test
    void finds_by_binary_search_or_says_where_it_would_be() {
      assertThat(value("@(new List<int> { 1, 3, 5 }.BinarySearch(3))")).isEqualTo(1);
      assertThat(value("@(new List<int> { 1, 3, 5 }.BinarySearch(4))")).isEqualTo(~2);
    }
  }

  @Nested
  class ADictionary {
    @Test
    void is_enumerated_in_the_order_of_additions_filling_gaps_last_first() {
      assertThat(
              text(
                  """
                  @{
                    var map = new Dictionary<string, int> { { "a", 1 }, { "b", 2 }, { "c", 3 } };
                    map.Remove("a"); map.Remove("b");
                    map["d"] = 4; map["e"] = 5; map["f"] = 6;
                    return string.Join("", map);
                  }"""))
          .isEqualTo("[e, 5][d, 4][c, 3][f, 6]");
    }

    @Test
    void may_lose_entries_while_it_is_enumerated_but_gain_none() {
      assertThat(
              text(
                  """
                  @{
                    var map = new Dictionary<string, int> { { "a", 1 }, { "b", 2 }, { "c", 3 } };
                    var seen = "";
                    foreach (var pair in map) { seen += pair.Key; map.Remove("b"); map["a"] = 9; }
                    return seen;
                  }"""))
          .isEqualTo("ac");
      assertThat(
              failure(
                  """
                  @{
                    var map = new Dictionary<string, int> { { "a", 1 }, { "b", 2 } };
                    foreach (var pair in map) { map["c"] = 1; }
                    return map;
                  }"""))
          .startsWith("System.InvalidOperationException: Collection was modified;");
    }

    @Test
    void refuses_a_key_twice_a_missing_key_and_null() {
      assertThat(failure("@(new Dictionary<string, int> { { \"a\", 1 }, { \"a\", 2 } })"))
          .isEqualTo(
              "System.ArgumentException: An item with the same key has already been added. Key: a");
      assertThat(failure("@(new Dictionary<string, int>()[\"x\"])"))
          .isEqualTo(
              "System.Collections.Generic.KeyNotFoundException: The given key 'x' was not present"
                  + " in the dictionary.");
      assertThat(failure("@(new Dictionary<string, int>().ContainsKey(null))"))
          .isEqualTo("System.ArgumentNullException: Value cannot be null. (Parameter 'key')");
    }

    @Test
    void gives_the_default_of_its_values_for_what_is_missing() {
      assertThat(
              text(
                  """
                  @{
                    int missing = 5;
                    var found = new Dictionary<string, int>().TryGetValue("b", out missing);
                    return found + " " + missing;
                  }"""))
          .isEqualTo("False 0");
    }

    @Test
    void may_ignore_case() {
      assertThat(
              text(
                  """
                  @{
                    var map = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["One"] = 1 };
                    map["ONE"] = 2;
                    return string.Join(",", map) + map.ContainsKey("one");
                  }"""))
          .isEqualTo("[One, 2]True");
    }

    @Test
    void stands_behind_its_interfaces() {
      assertThat(
              text(
                  """
                  @{
                    IDictionary<string, object> map = new Dictionary<string, object> { { "n", 1 } };
                    map["s"] = "x"; map.Add("t", null);
                    return map.Count + (string)map["s"] + map.ContainsKey("t") + map.Remove("n") + string.Join("", map.Keys);
                  }"""))
          .isEqualTo("3xTrueTruest");
    }
  }

  @Nested
  class ASet {
    @Test
    void holds_each_item_once() {
      assertThat(
              text(
                  """
                  @{
                    var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a", "B" };
                    var again = set.Add("A") + "," + set.Add("c");
                    set.IntersectWith(new[] { "b", "C", "d" });
                    return again + ":" + string.Join("", set) + set.IsSubsetOf(new[] { "B", "c", "x" });
                  }"""))
          .isEqualTo("False,True:BcTrue");
    }
  }

  @Nested
  class AQueueAndAStack {
    @Test
    void give_items_from_their_ends() {
      assertThat(
              text(
                  """
                  @{
                    var q = new Queue<int>(new[] { 1, 2, 3 });
                    var s = new Stack<int>(new[] { 1, 2, 3 });
                    return q.Dequeue() + "" + s.Pop() + string.Join("", q) + string.Join("", s);
                  }"""))
          .isEqualTo("132321");
    }

    @Test
    void have_nothing_to_give_when_empty() {
      assertThat(failure("@(new Stack<int>().Pop())"))
          .isEqualTo("System.InvalidOperationException: Stack empty.");
      assertThat(failure("@(new Queue<int>().Dequeue())"))
          .isEqualTo("System.InvalidOperationException: Queue empty.");
    }
  }

  @Nested
  class AnArrayAsAList {
    @Test
    void can_be_read_and_set_but_not_grown() {
      assertThat(
              text(
                  "@{ IList<int> list = new[] { 1, 2 }; list[0] = 7; return list[0] + list.Count + list.IndexOf(2); }"))
          .isEqualTo("10");
      assertThat(failure("@{ IList<int> list = new[] { 1, 2 }; list.Add(3); return list.Count; }"))
          .isEqualTo("System.NotSupportedException: Collection was of a fixed size.");
    }
  }

  @Nested
  class TheFence {
    @Test
    void ends_keys_that_all_meet_in_one_bucket() {
      // "Aa" and "BB" have the same hash, and so have all words of as many of them.
      assertThat(
              failure(
                  """
                  @{
                    var words = new List<string> { "" };
                    for (var i = 0; i < 14; i++) { words = words.SelectMany(w => new[] { w + "Aa", w + "BB" }).ToList(); }
                    return new HashSet<string>(words).Count;
                  }"""))
          .startsWith("System.TimeoutException: ");
    }

    @Test
    void ends_lists_that_double() {
      assertThat(
              failure(
                  "@{ var l = new List<int> { 1 }; for (var i = 0; i < 60; i++) { l.AddRange(l); } return l.Count; }"))
          .matches("System.(TimeoutException|OutOfMemoryException): .*");
    }
  }
}
