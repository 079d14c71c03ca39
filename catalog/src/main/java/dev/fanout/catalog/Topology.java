package dev.fanout.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way to model many APIs in front of one upstream. */
public enum Topology {
  /** One Backend entity; one fragment selects it and rewrites the path. */
  SHARED_BACKEND,
  /** One Backend entity for each API, whose URL carries the upstream path. */
  PER_API,
  /** No Backend entity: the API's own web service URL. */
  SERVICE_URL,
  /** No Backend entity: one named value holds the base URL, each API appends its path. */
  BASE_URL_NAMED_VALUE,
  /** The shared side of the published benchmark, as it was deployed. */
  PUBLISHED_SHARED,
  /** The per-API side of the published benchmark, as it was deployed. */
  PUBLISHED_PER_API;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in files and on the command line, {@code shared-backend} for one. */
  public String id() {
    return id;
  }

  public static Optional<Topology> ofId(String id) {
    return Arrays.stream(values()).filter(topology -> topology.id.equals(id)).findFirst();
  }

  /** All ids, in order of declaration. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Topology::id).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
