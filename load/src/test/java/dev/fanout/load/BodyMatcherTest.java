package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyMatcherTest {
  private static final BodyCheck ECHO = new BodyCheck.Echoes("/api/echo/svc01/v1/resource/{id}");

  @Test
  void an_echo_shows_exactly_the_expected_path_and_no_query() {
    String right =
        "{\"path\":\"/api/echo/svc01/v1/resource/17\",\"query\":null,\"method\":\"GET\"}";

    assertThat(matches(ECHO, right, 17)).isTrue();
    assertThat(matches(ECHO, right, 1)).isFalse();
    assertThat(matches(ECHO, right, 177)).isFalse();
    assertThat(matches(ECHO, right.replace("/api/echo/svc", "/api/echo/api/echo/svc"), 17))
        .isFalse();
    assertThat(matches(ECHO, right.replace("resource/17", "resource/17/"), 17)).isFalse();
    assertThat(matches(ECHO, right.replace("null", "\"\""), 17)).isFalse();
    assertThat(matches(ECHO, right.substring(0, 30), 17)).isFalse();
    assertThat(matches(ECHO, "", 17)).isFalse();
  }

  @Test
  void an_expected_query_is_compared_raw() {
    BodyCheck check = new BodyCheck.Echoes("/p", Optional.of("a=%2F+&n={id}&b"));

    assertThat(matches(check, "{\"path\":\"/p\",\"query\":\"a=%2F+&n=5&b\"}", 5)).isTrue();
    assertThat(matches(check, "{\"path\":\"/p\",\"query\":\"a=/+&n=5&b\"}", 5)).isFalse();
    assertThat(matches(check, "{\"path\":\"/p\",\"query\":null}", 5)).isFalse();
  }

  @Test
  void a_text_may_stand_anywhere() {
    assertThat(matches(new BodyCheck.Contains("aab"), "aaab", 1)).isTrue();
    assertThat(matches(new BodyCheck.Contains("é{id}"), "xé{id}y", 1)).isTrue();
    assertThat(matches(new BodyCheck.Contains("aab"), "aaa", 1)).isFalse();
    assertThat(matches(new BodyCheck.Anything(), "", 1)).isTrue();
  }

  @Test
  void a_length_is_of_the_whole_body_even_of_what_was_not_kept() {
    BodyMatcher matcher = BodyMatcher.of(new BodyCheck.Length(3, 5));

    assertThat(matcher.matches(new byte[0], 0, 3, 1)).isTrue();
    assertThat(matcher.matches(new byte[0], 0, 5, 1)).isTrue();
    assertThat(matcher.matches(new byte[0], 0, 2, 1)).isFalse();
    assertThat(matcher.matches(new byte[6], 6, 6, 1)).isFalse();
  }

  @Test
  void all_checks_must_hold() {
    BodyCheck both =
        new BodyCheck.All(List.of(new BodyCheck.Contains("ab"), new BodyCheck.Length(0, 3)));

    assertThat(matches(both, "xab", 1)).isTrue();
    assertThat(matches(both, "xxab", 1)).isFalse();
    assertThat(matches(both, "xxx", 1)).isFalse();
  }

  private static boolean matches(BodyCheck check, String body, int id) {
    byte[] bytes = body.getBytes(UTF_8);
    return BodyMatcher.of(check).matches(bytes, bytes.length, bytes.length, id);
  }
}
