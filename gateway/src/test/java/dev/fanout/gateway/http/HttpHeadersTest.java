package dev.fanout.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeadersTest {
  private final HttpHeaders headers = HttpHeaders.of("A", "1", "b", "2", "a", "3");

  @Test
  void names_compare_without_case_and_keep_their_spelling() {
    assertThat(headers.all("a")).containsExactly("1", "3");
    assertThat(headers.first("B")).isEqualTo("2");
    assertThat(headers.count("A")).isEqualTo(2);
    assertThat(headers.first("c")).isNull();
    assertThat(headers).hasToString("A: 1\nb: 2\na: 3\n");
  }

  @Test
  void set_replaces_all_fields_in_the_place_of_the_first() {
    assertThat(headers.set("a", "4")).hasToString("a: 4\nb: 2\n");
    assertThat(headers.set("c", "5")).hasToString("a: 4\nb: 2\nc: 5\n");
  }

  @Test
  void set_with_several_values_adds_a_field_for_each() {
    assertThat(headers.set("A", List.of("x", "y"))).hasToString("b: 2\nA: x\nA: y\n");
    assertThat(headers.set("b", List.of())).hasToString("A: x\nA: y\n");
  }

  @Test
  void remove_says_whether_there_was_one() {
    assertThat(headers.remove("A")).isTrue();
    assertThat(headers.remove("A")).isFalse();
    assertThat(headers).hasToString("b: 2\n");
  }

  @Test
  void a_copy_is_independent() {
    HttpHeaders copy = headers.copy();
    copy.remove("a");
    headers.add("c", "4");
    assertThat(copy).hasToString("b: 2\n");
    assertThat(headers).hasToString("A: 1\nb: 2\na: 3\nc: 4\n");
  }

  @Test
  void it_grows() {
    HttpHeaders many = new HttpHeaders();
    for (int i = 0; i < 100; i++) {
      many.add("N" + i, "v" + i);
    }
    assertThat(many.size()).isEqualTo(100);
    assertThat(many.first("n99")).isEqualTo("v99");
  }

  @Nested
  class NobodyCanSplitAMessage {
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "ä", "a\0"})
    void by_a_name(String name) {
      assertThatThrownBy(() -> headers.add(name, "v")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> headers.set(name, "v")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb: c", "a\nb", "a\0b", "\u007f", "\u20ac", "\u010a"})
    void by_a_value(String value) {
      assertThatThrownBy(() -> headers.add("n", value))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> headers.set("n", List.of("v", value)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void by_a_reason_phrase() {
      assertThatThrownBy(() -> new ResponseHead(200, "OK\r\nX: y", new HttpHeaders()))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/a b", "/a\r\n", "/a#b", "/\u20ac"})
    void by_an_upstream_target(String target) {
      assertThatThrownBy(
              () ->
                  new UpstreamRequest(
                      "",
                      new UpstreamAuthority("http", "a.test", 80),
                      "GET",
                      target,
                      new HttpHeaders(),
                      OutgoingBody.EMPTY,
                      java.time.Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
