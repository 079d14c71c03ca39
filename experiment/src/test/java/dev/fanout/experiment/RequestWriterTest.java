package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.KeyNames;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.catalog.VersionScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWriterTest {
  private static ApiArtifact api(String path, VersionScheme version) {
    return new ApiArtifact(
        "orders",
        "orders",
        path,
        version,
        1,
        true,
        Optional.empty(),
        false,
        KeyNames.STANDARD,
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static String target(String path, VersionScheme version, String template) {
    return RequestWriter.target(
        api(path, version), new OperationArtifact("op", "GET", template, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "/resource/{name}, /orders/resource/{id}",
    "/a/{x}/b/{y}, /orders/a/{id}/b/{id}",
    "/files/*, /orders/files/{id}",
    "/search?q={text}&kind=all&deep, /orders/search?q={id}&kind=all&deep",
    "/, /orders/",
    "/größe, /orders/gr%C3%B6%C3%9Fe",
  })
  void every_parameter_is_a_number_to_draw(String template, String target) {
    assertThat(target("orders", VersionScheme.NONE, template)).isEqualTo(target);
  }

  @Test
  void an_api_at_the_root_has_no_prefix() {
    assertThat(target("", VersionScheme.NONE, "/")).isEqualTo("/");
    assertThat(target("", VersionScheme.NONE, "/x")).isEqualTo("/x");
  }

  @Test
  void versions_stand_where_their_scheme_says() {
    assertThat(target("orders", new VersionScheme.Segment("v2"), "/x")).isEqualTo("/orders/v2/x");
    assertThat(target("orders", new VersionScheme.Query("api-version", "2"), "/x?y={y}"))
        .isEqualTo("/orders/x?api-version=2&y={id}");
    VersionScheme header = new VersionScheme.Header("Api-Version", "2");
    assertThat(target("orders", header, "/x")).isEqualTo("/orders/x");
    assertThat(RequestWriter.headers(api("orders", header)))
        .containsExactly(Map.entry("Api-Version", "2"));
  }
}
