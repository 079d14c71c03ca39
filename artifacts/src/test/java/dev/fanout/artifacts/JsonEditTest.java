package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class JsonEditTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Nested
  class AValueThatIsThere {
    @Test
    void is_replaced_and_nothing_else() throws Exception {
      String text = "{ \"a\" :\t[1, {\"b\":\"x\\\"\"} ],\r\n\"b\": 2.50 }  ";
      assertThat(set(text, "/a/1/b", "y"))
          .isEqualTo("{ \"a\" :\t[1, {\"b\":\"y\"} ],\r\n\"b\": 2.50 }  ");
    }

    @Test
    void stays_as_it_is_written_when_it_means_the_same() throws Exception {
      String text = "{\"u\": \"https:\\/\\/h\\u002fx\", \"b\": true}";
      assertThat(set(text, "/u", "https://h/x")).isEqualTo(text);
      assertThat(set(text, "/b", true)).isEqualTo(text);
    }

    @Test
    void of_a_key_that_is_there_twice_is_the_last() throws Exception {
      assertThat(set("{\"a\": 1, \"a\": 2}", "/a", 3)).isEqualTo("{\"a\": 1, \"a\": 3}");
    }

    @Test
    void is_found_by_an_escaped_name() throws Exception {
      assertThat(set("{\"a/b\\u007e\": 1}", "/a~1b~0", 2)).isEqualTo("{\"a/b\\u007e\": 2}");
    }
  }

  @Nested
  class AValueThatIsMissing {
    @Test
    void comes_behind_the_last_member_and_looks_like_it() throws Exception {
      assertThat(set("{\n\t\"p\" : {\n\t\t\"a\" : 1\n\t}\n}\n", "/p/url", "u"))
          .isEqualTo("{\n\t\"p\" : {\n\t\t\"a\" : 1,\n\t\t\"url\" : \"u\"\n\t}\n}\n");
      assertThat(set("{\"a\":1}", "/b", 2)).isEqualTo("{\"a\":1,\"b\":2}");
      assertThat(set("{ \"a\": 1 }", "/b", 2)).isEqualTo("{ \"a\": 1, \"b\": 2 }");
    }

    @Test
    void brings_the_objects_that_lead_to_it() throws Exception {
      assertThat(set("{\r\n    \"p\": {}\r\n}", "/p/tls/name", false))
          .isEqualTo(
              "{\r\n    \"p\": {\r\n        \"tls\": {\r\n            \"name\": false\r\n"
                  + "        }\r\n    }\r\n}");
      assertThat(set("{}", "/p/q", 1)).isEqualTo("{\"p\": {\"q\":1}}");
    }

    @Test
    void can_be_a_list_or_a_map() throws Exception {
      assertThat(set("{\n  \"a\": 1\n}", "/l", List.of(1, Map.of("k", "v"))))
          .isEqualTo(
              "{\n  \"a\": 1,\n  \"l\": [\n    1,\n    {\n      \"k\": \"v\"\n    }\n  ]\n}");
    }

    @Test
    void can_be_the_next_of_a_list() throws Exception {
      assertThat(set("{\"l\": [1, 2]}", "/l/2", 3)).isEqualTo("{\"l\": [1, 2, 3]}");
      assertThat(set("{\"l\": []}", "/l/0", 3)).isEqualTo("{\"l\": [3]}");
    }

    @Test
    void has_no_place_in_a_scalar_or_beyond_the_end_of_a_list() {
      assertThatThrownBy(() -> set("{\"a\": 1}", "/a/b", 1))
          .isInstanceOfSatisfying(
              JsonEdit.NoSuchPlace.class, e -> assertThat(e.offset()).isEqualTo(6));
      assertThatThrownBy(() -> set("[]", "/1", 1)).isInstanceOf(JsonEdit.NoSuchPlace.class);
    }
  }

  @Nested
  class AValueThatGoes {
    @Test
    void takes_its_comma_and_its_line_with_it() throws Exception {
      String text = "{\n  \"a\": 1,\n  \"b\": {\"x\": 1},\n  \"c\": 3\n}";
      assertThat(remove(text, "/a")).isEqualTo("{\n  \"b\": {\"x\": 1},\n  \"c\": 3\n}");
      assertThat(remove(text, "/b")).isEqualTo("{\n  \"a\": 1,\n  \"c\": 3\n}");
      assertThat(remove(text, "/c")).isEqualTo("{\n  \"a\": 1,\n  \"b\": {\"x\": 1}\n}");
      assertThat(remove(text, "/b/x")).isEqualTo("{\n  \"a\": 1,\n  \"b\": {},\n  \"c\": 3\n}");
    }

    @Test
    void that_was_not_there_changes_nothing() throws Exception {
      assertThat(remove("{ }", "/a/b")).isEqualTo("{ }");
    }

    @Test
    void cannot_be_the_whole_document() {
      assertThatThrownBy(() -> remove("{}", "")).isInstanceOf(JsonEdit.NoSuchPlace.class);
    }
  }

  @Test
  void what_is_set_is_read_back_and_what_is_removed_is_gone_in_any_document() throws Exception {
    long seed = 20_260_101L;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      JsonNode tree = random(random, 3, true);
      String compact = tree.toString();
      String text = random.nextBoolean() ? compact : JsonText.pretty(tree);
      String pointer = "/" + name(random) + (random.nextBoolean() ? "/" + name(random) : "");
      JsonPointer at = JsonPointer.compile(pointer);
      String set;
      try {
        set = new JsonEdit(text).set(at, i);
      } catch (JsonEdit.NoSuchPlace e) {
        continue;
      }
      assertThat(JSON.readTree(set).at(at).asInt())
          .as("seed %d, %s in %s", seed, at, text)
          .isEqualTo(i);
      String removed = new JsonEdit(set).remove(at);
      assertThat(JSON.readTree(removed).at(at).isMissingNode())
          .as("seed %d, %s in %s", seed, at, text)
          .isTrue();
    }
  }

  private static JsonNode random(Random random, int depth, boolean object) {
    int kind = object ? 0 : random.nextInt(depth > 0 ? 4 : 2) + (depth > 0 ? 0 : 2);
    if (kind == 0) {
      var node = JSON.createObjectNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        node.set(name(random), random(random, depth - 1, false));
      }
      return node;
    }
    if (kind == 1) {
      var node = JSON.createArrayNode();
      for (int i = random.nextInt(3); i > 0; i--) {
        node.add(random(random, depth - 1, false));
      }
      return node;
    }
    return kind == 2
        ? JSON.getNodeFactory().textNode("}],\"\\ é\n".substring(random.nextInt(7)))
        : JSON.getNodeFactory().numberNode(random.nextInt(100) - 50);
  }

  private static String name(Random random) {
    return "abc".substring(random.nextInt(3)).substring(0, 1);
  }

  private static String set(String text, String pointer, Object value) throws JsonEdit.NoSuchPlace {
    return new JsonEdit(text).set(JsonPointer.compile(pointer), value);
  }

  private static String remove(String text, String pointer) throws JsonEdit.NoSuchPlace {
    return new JsonEdit(text).remove(JsonPointer.compile(pointer));
  }
}
