package dev.fanout.gateway;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.LoadSettings;
import dev.fanout.catalog.Margins;
import dev.fanout.catalog.Operation;
import dev.fanout.catalog.Topology;
import dev.fanout.catalog.Upstream;
import dev.fanout.catalog.VersionScheme;
import java.util.List;
import java.util.Map;

/** Catalogs, and the estates that our generator makes of them. */
public final class TestCatalogs {
  private TestCatalogs() {}

  /** The published case. */
  public static Catalog published(int apis) {
    return Catalogs.published(apis);
  }

  /** Upstream paths that differ from the public ones, every version scheme, a second revision. */
  public static Catalog awkward() {
    List<Operation> operations =
        List.of(
            new Operation("get", "GET", "/items/{id}"),
            new Operation("list", "GET", "/items"),
            new Operation("create", "POST", "/items"),
            new Operation("search", "GET", "/search?q={q}"),
            new Operation("rest", "GET", "/files/*"));
    return new Catalog(
        new Upstream("http", "upstream.test", "/api/echo"),
        List.of(
            new Api("same", "same/v1", "/same/v1", VersionScheme.NONE, operations),
            new Api("moved", "public/orders", "/internal/o", VersionScheme.NONE, 2, operations),
            new Api("rooted", "rooted", "", VersionScheme.NONE, operations),
            new Api("seg", "seg", "/seg", new VersionScheme.Segment("v2"), operations),
            new Api(
                "head", "head", "/head", new VersionScheme.Header("Api-Version", "1"), operations),
            new Api(
                "quer", "quer", "/quer", new VersionScheme.Query("api-version", "1"), operations)),
        List.of(Topology.SHARED_BACKEND, Topology.PER_API),
        LoadSettings.STANDARD,
        Margins.STANDARD);
  }

  public static Map<String, byte[]> files(Catalog catalog, Topology topology) {
    return new EstateGenerator().generate(catalog, topology);
  }

  public static Estate estate(Catalog catalog, Topology topology) {
    return EstateReader.read(files(catalog, topology)).orThrow();
  }
}
