package dev.fanout.experiment;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.artifacts.NamedValueArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.gateway.diff.SideOutcome;
import dev.fanout.measurements.run.EstateFacts.EntityCount;
import dev.fanout.measurements.run.EstateFacts.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what a variant is made of, and what its requests were traced to use. */
final class EstateCounter {
  private final Estate estate;
  private final Map<String, SideOutcome> traced;
  private final Set<String> hosts = new TreeSet<>();
  private final Set<String> places = new TreeSet<>();
  private final Map<String, Set<String>> apisOfBackend = new TreeMap<>();

  /**
   * @param traced what happens to a request of an operation, by {@link TracedOperations#key}
   */
  EstateCounter(Estate estate, Map<String, SideOutcome> traced) {
    this.estate = estate;
    this.traced = traced;
  }

  Side count() {
    UpstreamPlaces upstream = new UpstreamPlaces(estate);
    for (ApiArtifact api : estate.apis()) {
      for (OperationArtifact operation : api.operations()) {
        if (traced.get(TracedOperations.key(api, operation)) instanceof SideOutcome.Sends sends) {
          hosts.add(UpstreamUrl.authority(sends.call().url()));
          Optional<String> entity = sends.call().entityId();
          places.addAll(upstream.of(api, operation, entity));
          entity.ifPresent(
              id -> apisOfBackend.computeIfAbsent(id, any -> new TreeSet<>()).add(api.rootId()));
        }
      }
    }
    Optional<Map.Entry<String, Set<String>>> busiest =
        apisOfBackend.entrySet().stream()
            .max(
                Map.Entry.<String, Set<String>>comparingByValue(
                        (one, other) -> Integer.compare(one.size(), other.size()))
                    .thenComparing(Map.Entry.<String, Set<String>>comparingByKey().reversed()));
    return new Side(
        entities(),
        (int) estate.apis().stream().filter(ApiArtifact::current).count(),
        currentOperations(),
        estate.apis().stream().mapToInt(api -> api.operations().size()).max().orElse(0),
        hosts.size(),
        places.size(),
        places.stream().limit(Side.PLACES).toList(),
        busiest.map(entry -> entry.getValue().size()).orElse(0),
        busiest.map(Map.Entry::getKey),
        credentials());
  }

  private int currentOperations() {
    return estate.apis().stream()
        .filter(ApiArtifact::current)
        .mapToInt(api -> api.operations().size())
        .sum();
  }

  private List<EntityCount> entities() {
    List<EntityCount> counts = new ArrayList<>();
    add(counts, "APIs", estate.apis());
    add(
        counts,
        "API policies",
        estate.apis().stream().filter(api -> api.policy().isPresent()).toList());
    add(
        counts,
        "operation policies",
        estate.apis().stream()
            .flatMap(api -> api.operations().stream())
            .filter(operation -> operation.policy().isPresent())
            .toList());
    add(counts, "Backend entities", estate.backends().values());
    add(counts, "policy fragments", estate.fragments().values());
    add(counts, "named values", estate.namedValues().values());
    add(counts, "products", estate.products().values());
    add(
        counts,
        "product policies",
        estate.products().values().stream()
            .filter(product -> product.policy().isPresent())
            .toList());
    add(counts, "global policies", estate.globalPolicy().stream().toList());
    return counts;
  }

  private static void add(List<EntityCount> counts, String kind, Collection<?> entities) {
    if (!entities.isEmpty()) {
      counts.add(new EntityCount(kind, entities.size()));
    }
  }

  private List<String> credentials() {
    List<String> lines = new ArrayList<>();
    add(
        lines,
        "Backend entities",
        estate.backends().values().stream()
            .map(BackendArtifact::credentials)
            .filter(credentials -> !credentials.isEmpty())
            .count());
    add(
        lines,
        "secret named values",
        estate.namedValues().values().stream().filter(NamedValueArtifact::secret).count());
    add(
        lines,
        "policy documents",
        documents().values().stream()
            .filter(policy -> PolicyCredentials.adds(policy.document().tree()))
            .count());
    return lines;
  }

  private static void add(List<String> lines, String kind, long count) {
    if (count > 0) {
      lines.add(count + " " + kind);
    }
  }

  /** Of all scopes, by file. */
  private Map<String, PolicyArtifact> documents() {
    Map<String, PolicyArtifact> all = new HashMap<>();
    List<Optional<PolicyArtifact>> found = new ArrayList<>();
    found.add(estate.globalPolicy());
    estate.products().values().stream().map(ProductArtifact::policy).forEach(found::add);
    estate.fragments().values().stream()
        .map(FragmentArtifact::policy)
        .map(Optional::of)
        .forEach(found::add);
    for (ApiArtifact api : estate.apis()) {
      found.add(api.policy());
      api.operations().stream().map(OperationArtifact::policy).forEach(found::add);
    }
    found.forEach(policy -> policy.ifPresent(present -> all.put(present.file(), present)));
    return all;
  }
}
