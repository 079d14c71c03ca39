package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTemplateTest {
  @Test
  void a_catch_all_takes_the_rest_even_when_there_is_none() {
    RouteTemplate route = RouteTemplate.parse("echo/{*path}");

    assertThat(route.match("echo")).contains(Map.of("path", ""));
    assertThat(route.match("echo/")).contains(Map.of("path", ""));
    assertThat(route.match("Echo/a/b/")).contains(Map.of("path", "a/b/"));
    assertThat(route.match("echo//a")).contains(Map.of("path", "/a"));
    assertThat(route.match("echoes/a")).isEmpty();
    assertThat(route.match("")).isEmpty();
  }

  @Test
  void a_name_takes_one_segment_as_it_stands() {
    RouteTemplate route = RouteTemplate.parse("/items/{id}/parts");

    assertThat(route.match("items/a%2Fb/parts")).contains(Map.of("id", "a%2Fb"));
    assertThat(route.match("items/7/parts/")).contains(Map.of("id", "7"));
    assertThat(route.match("items/7")).isEmpty();
    assertThat(route.match("items//parts")).isEmpty();
    assertThat(route.match("items/7/parts/more")).isEmpty();
  }

  @Test
  void an_optional_name_takes_one_segment_or_none() {
    RouteTemplate route = RouteTemplate.parse("items/{id?}");

    assertThat(route.match("items")).contains(Map.of());
    assertThat(route.match("items/")).contains(Map.of());
    assertThat(route.match("items/7")).contains(Map.of("id", "7"));
    assertThat(route.match("items/7/8")).isEmpty();
  }

  @Test
  void what_it_cannot_serve_is_refused_by_name() {
    for (String template : new String[] {"a/{id:int}", "a/{*rest}/b", "a//b", "a/x{id}"}) {
      assertThatThrownBy(() -> RouteTemplate.parse(template))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + template + "'");
    }
  }
}
