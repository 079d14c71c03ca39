package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.SetBackendService;
import java.util.Optional;

/**
 * A Backend entity for each API, with the upstream path in its URL. A fragment that does nothing is
 * included, so that both sides of a comparison include one.
 */
final class PerApiPlan implements TopologyPlan {
  private static final String FRAGMENT = "per-api-passthrough";

  private final Catalog catalog;

  PerApiPlan(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> serviceUrl(Api api) {
    return Optional.of(url(api));
  }

  @Override
  public Policies policies(Api api) {
    return PolicyShapes.inheriting(
        new SetBackendService().setBackendId(api.id()), new IncludeFragment(FRAGMENT));
  }

  @Override
  public Optional<BackendPlan> backend(Api api) {
    return Optional.of(new BackendPlan(api.id(), url(api), "The upstream of API " + api.id()));
  }

  @Override
  public Optional<FragmentPlan> fragment() {
    return Optional.of(
        new FragmentPlan(
            FRAGMENT,
            "Does nothing: the counterpart of the shared backend's fragment",
            new PolicyFragment().setComment("The backend's URL has the whole path.")));
  }

  private String url(Api api) {
    return catalog.upstream().url() + api.upstreamPath();
  }
}
