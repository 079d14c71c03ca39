package dev.fanout.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.gateway.http.PoolModel;
import dev.fanout.gateway.http.UpstreamOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated estates, served over real sockets in front of a real upstream. */
class TopologyTest {
  private static final String OPERATION = "/items/a%2Fb+c?k=1&k=2&empty=&novalue";

  private TinyUpstream upstream;

  @BeforeEach
  void startTheUpstream() throws IOException {
    upstream = new TinyUpstream();
  }

  @AfterEach
  void stopTheUpstream() throws IOException {
    upstream.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Topology.class,
      names = {"SHARED_BACKEND", "PER_API", "SERVICE_URL", "BASE_URL_NAMED_VALUE"})
  void every_topology_sends_the_same_request(Topology topology) throws IOException {
    Catalog catalog = TestCatalogs.awkward();
    List<String> expected = new ArrayList<>();
    try (LocalGateway gateway = start(catalog, topology)) {
      for (Api api : catalog.apis()) {
        String target = api.requestPrefix() + OPERATION;
        String query = "";
        List<String> fields = new ArrayList<>();
        if (api.version() instanceof VersionScheme.Header header) {
          fields.add(header.name() + ": " + header.value());
        } else if (api.version() instanceof VersionScheme.Query version) {
          query = "&" + version.name() + "=" + version.value();
        }
        String response =
            RawClient.get(gateway.port("A"), target + query, fields.toArray(String[]::new));
        assertThat(response).as(target).startsWith("HTTP/1.1 200 OK\r\n");
        expected.add("GET /api/echo" + api.upstreamPath() + OPERATION + query);
      }
    }
    assertThat(upstream.requestLines()).isEqualTo(expected);
  }

  @Test
  void the_published_shared_side_doubles_the_base_path() throws IOException {
    try (LocalGateway gateway = start(TestCatalogs.published(2), Topology.PUBLISHED_SHARED)) {
      RawClient.get(gateway.port("A"), "/svc02/v1/resource/7");
    }
    assertThat(upstream.requestLines())
        .containsExactly("GET /api/echo/api/echo/svc02/v1/resource/7");
  }

  @Test
  void the_published_per_api_side_does_not() throws IOException {
    try (LocalGateway gateway = start(TestCatalogs.published(2), Topology.PUBLISHED_PER_API)) {
      RawClient.get(gateway.port("A"), "/svc02/v1/resource/7");
    }
    assertThat(upstream.requestLines()).containsExactly("GET /api/echo/svc02/v1/resource/7");
  }

  @Test
  void entities_of_one_host_share_a_pool_per_authority_and_not_per_entity() throws IOException {
    assertThat(connections(Topology.SHARED_BACKEND, PoolModel.PER_AUTHORITY)).isEqualTo(1);
    assertThat(connections(Topology.PER_API, PoolModel.PER_AUTHORITY)).isEqualTo(1);
    assertThat(connections(Topology.SHARED_BACKEND, PoolModel.PER_ENTITY)).isEqualTo(1);
    assertThat(connections(Topology.PER_API, PoolModel.PER_ENTITY)).isEqualTo(10);
  }

  /** Upstream connections after one request to each of ten APIs, one after the other. */
  private long connections(Topology topology, PoolModel model) throws IOException {
    GatewayOptions options =
        GatewayOptions.of(
                VariantOptions.estate(
                    "A", TestCatalogs.estate(TestCatalogs.published(10), topology)))
            .withThreads(1)
            .withUpstream(
                UpstreamOptions.defaults()
                    .withConnectTo(upstream.address())
                    .withPool(model, UpstreamOptions.DOCUMENTED_LIMIT));
    try (LocalGateway gateway = LocalGateway.start(options)) {
      for (int i = 1; i <= 10; i++) {
        String service = i < 10 ? "svc0" + i : "svc" + i;
        RawClient.get(gateway.port("A"), "/" + service + "/v1/resource/1");
      }
      GatewayCounters counters = gateway.counters("A");
      assertThat(counters.connectionsOpened() + counters.connectionsReused()).isEqualTo(10);
      return counters.connectionsOpened();
    }
  }

  private LocalGateway start(Catalog catalog, Topology topology) {
    return LocalGateway.start(
        GatewayOptions.of(
                VariantOptions.estate("A", TestCatalogs.estate(catalog, topology))
                    .withTopology(topology.id()))
            .withConnectTo(upstream.address()));
  }
}
