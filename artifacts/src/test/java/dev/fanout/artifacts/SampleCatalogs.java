package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.LoadSettings;
import dev.fanout.catalog.Margins;
import dev.fanout.catalog.Operation;
import dev.fanout.catalog.Topology;
import dev.fanout.catalog.Upstream;
import dev.fanout.catalog.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Catalogs that the published case does not cover. */
final class SampleCatalogs {
  private SampleCatalogs() {}

  /** Every version scheme, revisions, upstream paths unlike public ones, queries in templates. */
  static Catalog special() {
    return catalog(
        "https://orders.example.net/base",
        List.of(
            new Api(
                "orders-v1",
                "sales/orders",
                "/order-service/1",
                new VersionScheme.Segment("v1"),
                2,
                List.of(
                    new Operation("get-order", "GET", "/orders/{id}"),
                    new Operation("put-order", "PUT", "/orders/{id}"),
                    new Operation("find-orders", "GET", "/orders?state={state}"))),
            new Api(
                "orders-v2",
                "sales/orders",
                "/sales/orders/v2",
                new VersionScheme.Segment("v2"),
                List.of(new Operation("get-order", "GET", "/orders/{id}"))),
            new Api(
                "parts",
                "parts",
                "/parts",
                new VersionScheme.Header("Api-Version", "2024-01-01"),
                List.of(new Operation("any", "GET", "/*"))),
            new Api(
                "root",
                "",
                "",
                new VersionScheme.Query("api-version", "1.0"),
                List.of(new Operation("home", "GET", "/")))));
  }

  static Catalog catalog(String url, List<Api> apis) {
    return new Catalog(
        Upstream.of(url),
        apis,
        List.of(Topology.SHARED_BACKEND, Topology.PER_API),
        LoadSettings.STANDARD,
        Margins.STANDARD);
  }

  static Catalog random(Random random) {
    List<Api> apis = new ArrayList<>();
    int count = 1 + random.nextInt(8);
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
      String[] templates = {"/", "/a", "/a/{id}", "/b/{x}/{y}?q={q}", "/w/*", "/c?p={p}&q={q}"};
      String[] methods = {"GET", "POST", "PATCH"};
      for (String template : templates) {
        if (operations.isEmpty() || random.nextBoolean()) {
          String method = methods[random.nextInt(methods.length)];
          operations.add(new Operation("op" + operations.size(), method, template));
        }
      }
      String upstreamPath = random.nextBoolean() ? "/" + path : random.nextBoolean() ? "" : "/up";
      apis.add(new Api("api-" + i, path, upstreamPath, version, 1 + random.nextInt(3), operations));
    }
    return catalog(random.nextBoolean() ? "https://h:8443/base" : "http://127.0.0.1:7071", apis);
  }
}
