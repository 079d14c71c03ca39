package dev.fanout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.Estate;
import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.LoadSettings;
import dev.fanout.catalog.Margins;
import dev.fanout.catalog.Operation;
import dev.fanout.catalog.Topology;
import dev.fanout.catalog.Upstream;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.gateway.diff.DiffResult;
import dev.fanout.gateway.diff.DiffTable;
import dev.fanout.gateway.diff.EstateDiff;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.TraceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator's Javadoc claims: shared-backend sends what an entity for each API sends. */
class GeneratedTopologiesTest {
  private static final List<Topology> ALIKE =
      List.of(
          Topology.SHARED_BACKEND,
          Topology.SERVICE_URL,
          Topology.BASE_URL_NAMED_VALUE,
          Topology.PUBLISHED_PER_API);

  @Test
  void send_the_same_for_every_probe_of_random_catalogs() {
    for (int seed = 0; seed < 8; seed++) {
      Catalog catalog = random(new Random(seed));
      Estate perApi = TestCatalogs.estate(catalog, Topology.PER_API);
      for (Topology topology : ALIKE) {
        DiffResult result =
            EstateDiff.compare(
                TestCatalogs.estate(catalog, topology), perApi, CompileOptions.STRICT);
        assertThat(result.isSame())
            .as("seed %s%n%s", seed, new DiffTable(topology.id(), "per-api", false).render(result))
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/b",
        "/a/b/",
        "/a/b?",
        "/a/b/x?",
        "/a/b//x//y/",
        "/A/B;rev=2/x",
        "/a/b/../c",
        "/a/b/x;p=1",
        "/a/b/{other}",
        "/a/b/x?f={\"a\":1}",
        "/a/b/q/7?k=1&id=8&K=2",
        "/a/b/x?a=b?c",
        "/a/b/x?&&a&&"
      })
  void send_the_same_for_a_target_that_no_probe_has(String target) {
    assertThat(sent(Topology.SHARED_BACKEND, target)).isEqualTo(sent(Topology.PER_API, target));
  }

  @Test
  void differ_for_raw_braces_around_a_parameter_of_the_operation() {
    String target = "/a/b/q/7?k={id}";
    assertThat(sent(Topology.SHARED_BACKEND, target)).isEqualTo("GET http://h/base/up/q/7?k=7");
    assertThat(sent(Topology.PER_API, target)).isEqualTo("GET http://h/base/up/q/7?k={id}");
  }

  private static String sent(Topology topology, String target) {
    List<Operation> operations =
        List.of(
            new Operation("any", "GET", "/*"),
            new Operation("root", "GET", "/"),
            new Operation("q", "GET", "/q/{id}?k={k}"));
    Catalog catalog =
        catalog(
            "http://h/base",
            List.of(new Api("o", "a/b", "/up", VersionScheme.NONE, 2, operations)));
    var calls =
        new RequestTracer(TestCatalogs.estate(catalog, topology), CompileOptions.STRICT)
            .trace(TraceRequest.of("GET", target))
            .calls();
    assertThat(calls).hasSize(1);
    return calls.get(0).method() + " " + calls.get(0).url();
  }

  private static Catalog random(Random random) {
    List<Api> apis = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String path = random.nextInt(4) == 0 ? "Area" + i + "/x.y" : "p" + i;
      VersionScheme version =
          switch (random.nextInt(4)) {
            case 0 -> new VersionScheme.Segment("v" + i);
            case 1 -> new VersionScheme.Header("Api-Version", "2024-0" + (1 + i));
            case 2 -> new VersionScheme.Query("v", "1." + i);
            default -> VersionScheme.NONE;
          };
      List<Operation> operations = new ArrayList<>();
      List<String> methods = List.of("GET", "POST", "PATCH");
      for (String template :
          List.of("/", "/a", "/a/{id}", "/b/{x}/{y}?q={q}", "/w/*", "/c?p={p}&q={q}")) {
        if (operations.isEmpty() || random.nextBoolean()) {
          operations.add(
              new Operation("op" + operations.size(), methods.get(random.nextInt(3)), template));
        }
      }
      String upstreamPath = random.nextBoolean() ? "/" + path : random.nextBoolean() ? "" : "/up";
      apis.add(new Api("api-" + i, path, upstreamPath, version, 1 + random.nextInt(3), operations));
    }
    return catalog(random.nextBoolean() ? "https://h:8443/base" : "http://127.0.0.1:7071", apis);
  }

  private static Catalog catalog(String url, List<Api> apis) {
    return new Catalog(
        Upstream.of(url),
        apis,
        List.of(Topology.SHARED_BACKEND, Topology.PER_API),
        LoadSettings.STANDARD,
        Margins.STANDARD);
  }
}
