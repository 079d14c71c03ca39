package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.policies.model.Policies;
import java.util.Optional;

/** No Backend entity: the web service URL of each API has the whole path. */
final class ServiceUrlPlan implements TopologyPlan {
  private final Catalog catalog;

  ServiceUrlPlan(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> serviceUrl(Api api) {
    return Optional.of(catalog.upstream().url() + api.upstreamPath());
  }

  @Override
  public Policies policies(Api api) {
    return PolicyShapes.inheriting();
  }
}
