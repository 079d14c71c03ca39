package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.RewriteUri;
import dev.fanout.policies.model.SetBackendService;
import java.util.Optional;

/**
 * Side A of the published benchmark as it was deployed (azure-scenario-hub, commit bc91f8b,
 * apim-a-shared-backend.bicep and shared-backend-rewrite.xml): the backend's URL has the base path,
 * and the template has it once more; a query gets a second question mark. Both are kept. Only the
 * ids of APIs are the catalog's, so that both sides can be compared API by API.
 */
final class PublishedSharedPlan implements TopologyPlan {
  private static final String BACKEND = "shared-mock-backend";
  private static final String FRAGMENT = "shared-backend-rewrite";

  private final Catalog catalog;

  PublishedSharedPlan(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> serviceUrl(Api api) {
    return Optional.of(catalog.upstream().url());
  }

  @Override
  public Policies policies(Api api) {
    return PolicyShapes.inheriting(new IncludeFragment(FRAGMENT));
  }

  @Override
  public Optional<BackendPlan> backend(Api api) {
    return Optional.of(
        new BackendPlan(BACKEND, catalog.upstream().url(), "The shared mock backend"));
  }

  @Override
  public Optional<FragmentPlan> fragment() {
    String query = "context.Request.OriginalUrl.QueryString";
    String template =
        "@(\""
            + catalog.upstream().basePath()
            + "\" + context.Request.OriginalUrl.Path + (string.IsNullOrEmpty("
            + query
            + ") ? \"\" : \"?\" + "
            + query
            + "))";
    return Optional.of(
        new FragmentPlan(
            FRAGMENT,
            "Selects the shared backend and rebuilds the original path, as published",
            new PolicyFragment()
                .add(
                    new SetBackendService().setBackendId(BACKEND),
                    new RewriteUri(template).setCopyUnmatchedParams("false"))));
  }
}
