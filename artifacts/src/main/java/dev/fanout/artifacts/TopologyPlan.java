package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import java.util.Optional;

/** What differs between topologies; all else the generator writes the same for each. */
interface TopologyPlan {
  /** The web service URL of an API; empty if its policy must choose the backend. */
  Optional<String> serviceUrl(Api api);

  /** The policy document of an API. */
  Policies policies(Api api);

  /** The Backend entity that an API's policy names; the same id must have the same URL. */
  default Optional<BackendPlan> backend(Api api) {
    return Optional.empty();
  }

  /** The one fragment. */
  default Optional<FragmentPlan> fragment() {
    return Optional.empty();
  }

  /** The one named value. */
  default Optional<NamedValuePlan> namedValue() {
    return Optional.empty();
  }

  record BackendPlan(String id, String url, String description) {}

  record FragmentPlan(String id, String description, PolicyFragment fragment) {}

  record NamedValuePlan(String name, String value) {}

  static TopologyPlan of(Catalog catalog, Topology topology) {
    return switch (topology) {
      case SHARED_BACKEND -> new SharedBackendPlan(catalog);
      case PER_API -> new PerApiPlan(catalog);
      case SERVICE_URL -> new ServiceUrlPlan(catalog);
      case BASE_URL_NAMED_VALUE -> new BaseUrlNamedValuePlan(catalog);
      case PUBLISHED_SHARED -> new PublishedSharedPlan(catalog);
      case PUBLISHED_PER_API -> new PublishedPerApiPlan(catalog);
    };
  }
}
