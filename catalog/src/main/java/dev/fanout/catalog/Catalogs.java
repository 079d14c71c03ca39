package dev.fanout.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Catalogs that need no file. */
public final class Catalogs {
  private static final Upstream LOCAL_MOCK = new Upstream("http", "127.0.0.1:7071", "/api/echo");

  private Catalogs() {}

  /**
   * The case of the published benchmark with any number of APIs: {@code svc01/v1}, {@code svc02/v1}
   * and so on (zero-padded to the width of {@code apis}, at least two digits), each with {@code GET
   * /resource/{id}}, in front of {@code /api/echo}. The published number is 10.
   *
   * @param apis 1..10,000
   */
  public static Catalog published(int apis) {
    if (apis < 1 || apis > Catalog.MOST_APIS) {
      throw new IllegalArgumentException(apis + " APIs is not in 1.." + Catalog.MOST_APIS);
    }
    int width = Math.max(2, String.valueOf(apis).length());
    List<Api> all =
        IntStream.rangeClosed(1, apis)
            .mapToObj(i -> published(String.format(Locale.ROOT, "svc%0" + width + "d", i)))
            .toList();
    return new Catalog(
        LOCAL_MOCK,
        all,
        List.of(Topology.SHARED_BACKEND, Topology.PER_API),
        LoadSettings.STANDARD,
        Margins.STANDARD);
  }

  private static Api published(String service) {
    return new Api(
        service,
        service + "/v1",
        "/" + service + "/v1",
        VersionScheme.NONE,
        List.of(new Operation("get-resource", "GET", "/resource/{id}")));
  }
}
