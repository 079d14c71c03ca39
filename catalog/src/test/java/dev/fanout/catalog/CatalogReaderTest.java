package dev.fanout.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogReaderTest {
  private static final String UPSTREAM = "upstream: {url: https://h:8443/api/echo/}\n";

  @Nested
  class AFullFile {
    private final Catalog catalog =
        read(UPSTREAM
                + """
                    apis:
                      - generate: 12
                        id: svc{nn}
                        path: /svc{nn}/v1/
                        operations: ["GET /resource/{id}"]
                      - id: orders
                        path: sales/orders
                        upstreamPath: order-service
                        version: {segment: v2}
                        revisions: 2
                        operations:
                          - {id: get-order, method: GET, urlTemplate: "/orders/{id}?expand={expand}"}
                      - {id: plain, path: plain, version: {segment: v1}, operations: [GET /x]}
                    topologies: [per-api, shared-backend]
                    load: {plan: quick, virtualUsers: [50], window: 2s, settling: 250ms}
                    margins: {p50: 25us, cpu: 10%, errors: 0.1%}
                    """)
            .orThrow();

    @Test
    void has_the_upstream_without_its_last_slash() {
      assertThat(catalog.upstream()).isEqualTo(new Upstream("https", "h:8443", "/api/echo"));
    }

    @Test
    void counts_generated_apis() {
      assertThat(catalog.apis()).hasSize(14);
      assertThat(catalog.apis().get(11))
          .isEqualTo(
              new Api(
                  "svc12",
                  "svc12/v1",
                  "/svc12/v1",
                  VersionScheme.NONE,
                  List.of(new Operation("get-resource-id", "GET", "/resource/{id}"))));
    }

    @Test
    void keeps_what_an_api_says() {
      Api orders = catalog.apis().get(12);
      assertThat(orders)
          .isEqualTo(
              new Api(
                  "orders",
                  "sales/orders",
                  "/order-service",
                  new VersionScheme.Segment("v2"),
                  2,
                  List.of(new Operation("get-order", "GET", "/orders/{id}?expand={expand}"))));
      assertThat(orders.requestPrefix()).isEqualTo("/sales/orders/v2");
      assertThat(catalog.upstreamPrefix(orders)).isEqualTo("/api/echo/order-service");
    }

    @Test
    void takes_path_and_version_segment_as_upstream_path_by_default() {
      assertThat(catalog.apis().get(13).upstreamPath()).isEqualTo("/plain/v1");
    }

    @Test
    void has_topologies_load_and_margins() {
      assertThat(catalog.topologies()).containsExactly(Topology.PER_API, Topology.SHARED_BACKEND);
      assertThat(catalog.load())
          .isEqualTo(
              new LoadSettings(
                  LoadPlan.QUICK,
                  Optional.of(new LoadProfile.Users(List.of(50))),
                  Optional.of(Duration.ofSeconds(2)),
                  Optional.of(Duration.ofMillis(250))));
      assertThat(catalog.margins())
          .isEqualTo(
              new Margins(
                  Optional.of(Duration.ofNanos(25_000)),
                  Optional.empty(),
                  Optional.of(0.1),
                  Optional.empty(),
                  Optional.of(0.001)));
    }
  }

  @Nested
  class ATab {
    @Test
    void is_one_clear_issue() {
      CatalogResult result = read("upstream:\n\turl: http://h\napis:\n\t- x\n");
      assertThat(IssueRenderer.render(result.issues()))
          .isEqualTo(
              """
              fanout.yaml:2:1: error: a tab cannot indent or separate in YAML [CATALOG_SYNTAX]
                  2 |  url: http://h
                    | ^
                    = hint: replace it by spaces
              """);
    }
  }

  @Nested
  class ATypo {
    @Test
    void is_shown_with_what_was_meant() {
      CatalogResult result =
          read(UPSTREAM + "apis:\n  - id: a\n    path: a\n    upstrem: /x\n    operatons: []\n");
      assertThat(result.issues().stream().map(Issue::message))
          .containsExactly(
              "an API has neither 'operations' nor 'openapi'",
              "'upstrem' is not a key of an API",
              "'operatons' is not a key of an API");
      assertThat(result.issues().get(2).hint()).contains("did you mean 'operations'?");
    }
  }

  @Nested
  class AHostileFile {
    @Test
    void with_a_bomb_of_aliases_ends_at_once() {
      StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
      for (int i = 1; i < 30; i++) {
        bomb.append("a").append(i).append(": &a").append(i).append(" [");
        bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
      }
      assertThat(read(bomb.toString()).issues()).isNotEmpty();
    }

    @Test
    void with_an_alias_in_its_own_anchor_is_an_issue() {
      CatalogResult result = read("apis: &a [*a]\n");
      assertThat(result.issues()).hasSize(1);
      assertThat(result.issues().get(0).message())
          .isEqualTo("an alias stands inside its own anchor");
    }

    @Test
    void that_nests_deeply_is_an_issue() {
      CatalogResult result = read("[".repeat(100_000));
      assertThat(result.issues()).hasSize(1);
      assertThat(result.issues().get(0).message()).isEqualTo("nested deeper than 200 levels");
    }

    @Test
    void that_is_too_long_is_an_issue() {
      CatalogResult result = read("#".repeat((4 << 20) + 1));
      assertThat(result.issues()).hasSize(1);
      assertThat(result.issues().get(0).message()).contains("the limit is 4194304");
    }

    @Test
    void with_many_mistakes_shows_the_first_hundred_and_counts_the_others() {
      CatalogResult result = read("x: 1\n" + "y: 2\n".repeat(150));
      assertThat(result.issues()).hasSize(101);
      assertThat(result.issues().get(100).message()).startsWith("and 53 more");
    }

    @Test
    void with_other_planes_of_unicode_is_still_pointed_at_right() {
      CatalogResult result = read("# \uD83D\uDE00\nuptream: {}\n");
      assertThat(
              result.issues().stream()
                  .filter(issue -> issue.code().equals("CATALOG_UNKNOWN_KEY"))
                  .map(issue -> issue.location().orElseThrow().text()))
          .containsExactly("uptream");
    }
  }

  @Nested
  class AFileOnDisk {
    @TempDir Path folder;

    @Test
    void that_is_missing_says_how_to_get_one() {
      CatalogResult result = CatalogReader.read(folder.resolve("fanout.yaml"));
      assertThat(result.issues()).hasSize(1);
      assertThat(result.issues().get(0).hint()).contains("'fanout init' writes one");
    }

    @Test
    void that_is_no_text_is_an_issue() throws IOException {
      Path file = Files.write(folder.resolve("fanout.yaml"), new byte[] {(byte) 0xff, 0x00});
      assertThat(CatalogReader.read(file).issues().get(0).message()).endsWith("is not UTF-8 text");
    }

    @Test
    void takes_operations_from_an_openapi_document_beside_it() throws IOException {
      Files.writeString(
          folder.resolve("spec.json"),
          """
          {"openapi": "3.0.1", "paths": {"/x/{id}": {"get": {"operationId": "getX"}}}}
          """);
      Path file =
          Files.writeString(
              folder.resolve("fanout.yaml"),
              "\uFEFF" + UPSTREAM + "apis:\n  - {id: a, path: a, openapi: spec.json}\n",
              StandardCharsets.UTF_8);
      assertThat(CatalogReader.read(file).orThrow().apis().get(0).operations())
          .containsExactly(new Operation("getX", "GET", "/x/{id}"));
    }

    @Test
    void that_names_a_missing_document_points_at_the_name() throws IOException {
      Path file =
          Files.writeString(
              folder.resolve("fanout.yaml"),
              UPSTREAM + "apis:\n  - {id: a, path: a, openapi: nope.json}\n");
      List<Issue> issues = CatalogReader.read(file).issues();
      assertThat(issues).hasSize(1);
      assertThat(issues.get(0).location().orElseThrow().text()).isEqualTo("nope.json");
    }
  }

  @Nested
  class ThePublishedCase {
    @Test
    void pads_to_two_digits_at_least() {
      assertThat(Catalogs.published(5).apis().get(4).publicPath()).isEqualTo("svc05/v1");
      assertThat(Catalogs.published(100).apis().get(4).publicPath()).isEqualTo("svc005/v1");
      assertThat(Catalogs.published(1000).apis().get(999).id()).isEqualTo("svc1000");
    }
  }

  private static CatalogResult read(String text) {
    return CatalogReader.read(SourceText.of("fanout.yaml", text));
  }
}
