package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.SetBackendService;
import java.util.Optional;

/**
 * No Backend entity: a named value holds the base URL, the one place to change it; each API's
 * policy appends its path. The APIs have no web service URL, which would be a second place.
 */
final class BaseUrlNamedValuePlan implements TopologyPlan {
  private static final String NAME = "upstream-base-url";

  private final Catalog catalog;

  BaseUrlNamedValuePlan(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> serviceUrl(Api api) {
    return Optional.empty();
  }

  @Override
  public Policies policies(Api api) {
    return PolicyShapes.inheriting(
        new SetBackendService().setBaseUrl("{{" + NAME + "}}" + api.upstreamPath()));
  }

  @Override
  public Optional<NamedValuePlan> namedValue() {
    return Optional.of(new NamedValuePlan(NAME, catalog.upstream().url()));
  }
}
