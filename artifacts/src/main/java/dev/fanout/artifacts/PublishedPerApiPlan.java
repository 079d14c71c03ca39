package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.SetBackendService;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Side B of the published benchmark as it was deployed (azure-scenario-hub, commit bc91f8b,
 * apim-b-per-api-backend.bicep and per-api-passthrough.xml): backends {@code mock-backend-01} and
 * so on, set-backend-service in the API's document, and a fragment with nothing but a comment.
 */
final class PublishedPerApiPlan implements TopologyPlan {
  private static final String FRAGMENT = "per-api-passthrough";

  private final Catalog catalog;
  private final Map<String, String> backendIds = new HashMap<>();

  PublishedPerApiPlan(Catalog catalog) {
    this.catalog = catalog;
    int width = Math.max(2, String.valueOf(catalog.apis().size()).length());
    for (Api api : catalog.apis()) {
      String number = String.format(Locale.ROOT, "%0" + width + "d", backendIds.size() + 1);
      backendIds.put(api.id(), "mock-backend-" + number);
    }
  }

  @Override
  public Optional<String> serviceUrl(Api api) {
    return Optional.of(url(api));
  }

  @Override
  public Policies policies(Api api) {
    return PolicyShapes.inheriting(
        new SetBackendService().setBackendId(backendIds.get(api.id())),
        new IncludeFragment(FRAGMENT));
  }

  @Override
  public Optional<BackendPlan> backend(Api api) {
    String id = String.valueOf(backendIds.get(api.id()));
    return Optional.of(new BackendPlan(id, url(api), "The mock backend of API " + api.id()));
  }

  @Override
  public Optional<FragmentPlan> fragment() {
    return Optional.of(
        new FragmentPlan(
            FRAGMENT,
            "Does nothing, as published",
            new PolicyFragment().setComment("The API's document has chosen the backend.")));
  }

  private String url(Api api) {
    return catalog.upstream().url() + api.upstreamPath();
  }
}
