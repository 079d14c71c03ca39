package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.policies.model.IncludeFragment;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.RewriteUri;
import dev.fanout.policies.model.SetBackendService;
import dev.fanout.policies.model.SetVariable;
import java.util.Optional;

/**
 * One Backend entity and one fragment for all APIs. The fragment must send what an entity for each
 * API would send, whatever the caller writes:
 *
 * <ul>
 *   <li>The rest of the path is {@code context.Request.Url.Path}, not a piece of {@code
 *       OriginalUrl.Path}: the gateway itself has then taken away the API's path, in whatever case
 *       it was written, the version segment and {@code ;rev=N}; and an outer scope's rewrite-uri is
 *       kept. {@code Url} is "the current backend URL" (azure-docs issue 16317); whether its path
 *       starts with the base URL's own path is an open point. Both readings agree if that URL has
 *       no path, so every API's web service URL is the bare host, and rewrite-uri stands
 *       <em>before</em> set-backend-service. (Their order does not matter otherwise: each owns its
 *       half of the URL.)
 *   <li>In front of it stands the upstream path. Where that is the public path, {@code
 *       context.Api.Path} has it in the spelling of the API, not of the caller; else the API's
 *       policy sets {@value #VARIABLE}. Sources differ on a leading slash in {@code Api.Path} and
 *       on the version segment in it, so slashes are trimmed, and APIs with a version segment
 *       always set the variable.
 *   <li>The query is {@code Url.QueryString}, which starts with its own question mark, with {@code
 *       copy-unmatched-params="false"}: copying would leave out parameters that the operation's URL
 *       template names.
 * </ul>
 *
 * <p>Known difference: a caller's raw {@code {id}} in the query, where {@code id} is a parameter of
 * the operation, is replaced by rewrite-uri. Raw braces are no URL characters (RFC 3986).
 */
final class SharedBackendPlan implements TopologyPlan {
  static final String VARIABLE = "upstream-path";

  private static final String ID = "shared-backend";
  private static final String TEMPLATE =
      "@((context.Variables.GetValueOrDefault<string>(\"upstream-path\")"
          + " ?? \"/\" + context.Api.Path.Trim('/'))"
          + " + context.Request.Url.Path + context.Request.Url.QueryString)";

  private final Catalog catalog;

  SharedBackendPlan(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> serviceUrl(Api api) {
    return Optional.of(catalog.upstream().origin());
  }

  @Override
  public Policies policies(Api api) {
    IncludeFragment include = new IncludeFragment(ID);
    if (fragmentKnowsPath(api)) {
      return PolicyShapes.inheriting(include);
    }
    String path = api.upstreamPath().isEmpty() ? "@(\"\")" : api.upstreamPath();
    return PolicyShapes.inheriting(new SetVariable(VARIABLE, path), include);
  }

  @Override
  public Optional<BackendPlan> backend(Api api) {
    return Optional.of(new BackendPlan(ID, catalog.upstream().url(), "The upstream of all APIs"));
  }

  @Override
  public Optional<FragmentPlan> fragment() {
    return Optional.of(
        new FragmentPlan(
            ID,
            "Selects the shared backend and puts the API's upstream path in front",
            new PolicyFragment()
                .setComment("Needs APIs whose web service URL has no path: see Url.Path")
                .add(
                    new RewriteUri(TEMPLATE).setCopyUnmatchedParams("false"),
                    new SetBackendService().setBackendId(ID))));
  }

  private static boolean fragmentKnowsPath(Api api) {
    return !(api.version() instanceof VersionScheme.Segment)
        && api.upstreamPath().equals("/" + api.publicPath());
  }
}
