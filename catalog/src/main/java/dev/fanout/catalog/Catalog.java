package dev.fanout.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The question as data: many APIs, one upstream, two topologies to compare.
 *
 * @param apis 1..10,000, with distinct ids (case is not a difference: ids name folders)
 * @param topologies variant A and variant B; they may be the same
 */
public record Catalog(
    Upstream upstream,
    List<Api> apis,
    List<Topology> topologies,
    LoadSettings load,
    Margins margins) {
  public static final int MOST_APIS = 10_000;

  public Catalog {
    Objects.requireNonNull(upstream, "upstream");
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(margins, "margins");
    apis = List.copyOf(apis);
    topologies = List.copyOf(topologies);
    if (apis.isEmpty() || apis.size() > MOST_APIS) {
      throw new IllegalArgumentException(apis.size() + " APIs is not in 1.." + MOST_APIS);
    }
    if (topologies.size() != 2) {
      throw new IllegalArgumentException(topologies.size() + " topologies are not the two of A/B");
    }
    Set<String> ids = new HashSet<>();
    for (Api api : apis) {
      if (!ids.add(api.id().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two APIs have the id '" + api.id() + "'");
      }
    }
  }

  public Catalog withUpstream(Upstream other) {
    return new Catalog(other, apis, topologies, load, margins);
  }

  public Catalog withTopologies(Topology a, Topology b) {
    return new Catalog(upstream, apis, List.of(a, b), load, margins);
  }

  public Catalog withLoad(LoadSettings other) {
    return new Catalog(upstream, apis, topologies, other, margins);
  }

  public Catalog withMargins(Margins other) {
    return new Catalog(upstream, apis, topologies, load, other);
  }

  /** The path in front of an operation's path at the upstream: base path and upstream path. */
  public String upstreamPrefix(Api api) {
    return upstream.basePath() + api.upstreamPath();
  }
}
