package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.artifacts.WorkspaceArtifact;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.policies.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is explained.
 *
 * @param service the whole estate, whose names hold in the global document
 * @param estate of the service, or of the workspace
 * @param product whose context the request runs in
 * @param remarks why that product, or none
 */
public record ExplainTarget(
    Estate service,
    Estate estate,
    Optional<WorkspaceArtifact> workspace,
    Optional<ProductArtifact> product,
    ApiArtifact api,
    Optional<OperationArtifact> operation,
    List<String> remarks) {
  public ExplainTarget {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(estate, "estate");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(operation, "operation");
    remarks = List.copyOf(remarks);
  }

  /**
   * Looks the names up.
   *
   * @throws IssueException for a name that is not there, with those that look alike
   */
  public static ExplainTarget find(Estate service, ExplainQuery query) {
    Optional<WorkspaceArtifact> workspace =
        query
            .workspace()
            .map(
                id ->
                    service
                        .workspace(id)
                        .orElseThrow(
                            () -> Names.unknown("workspace", id, service.workspaces().keySet())));
    Estate estate = workspace.map(WorkspaceArtifact::estate).orElse(service);
    ApiArtifact api = api(service, estate, query.api());
    Optional<OperationArtifact> operation =
        query.operation().map(written -> operation(api, written));
    List<String> remarks = new ArrayList<>();
    Optional<ProductArtifact> product =
        query.product().isPresent()
            ? Optional.of(product(estate, api, query.product().get()))
            : openProduct(estate, api, remarks);
    return new ExplainTarget(service, estate, workspace, product, api, operation, remarks);
  }

  private static ApiArtifact api(Estate service, Estate estate, String written) {
    Optional<ApiArtifact> byId = estate.api(written);
    if (byId.isPresent()) {
      return byId.get();
    }
    List<ApiArtifact> byName =
        estate.apis().stream().filter(api -> api.displayName().equalsIgnoreCase(written)).toList();
    if (byName.size() == 1) {
      return byName.get(0);
    }
    List<String> elsewhere =
        service.workspaces().values().stream()
            .filter(workspace -> workspace.estate().api(written).isPresent())
            .map(WorkspaceArtifact::id)
            .toList();
    IssueException unknown =
        Names.unknown("API", written, estate.apis().stream().map(ApiArtifact::id).toList());
    throw elsewhere.isEmpty() || estate != service
        ? unknown
        : new IssueException(
            List.of(
                unknown
                    .issues()
                    .get(0)
                    .withHint(
                        "it is in a workspace: --workspace "
                            + String.join(" or --workspace ", elsewhere))));
  }

  private static OperationArtifact operation(ApiArtifact api, String written) {
    String asTarget = written.strip().replaceAll("\\s+", " ");
    return api.operation(written)
        .or(
            () ->
                api.operations().stream()
                    .filter(o -> (o.method() + " " + o.urlTemplate()).equalsIgnoreCase(asTarget))
                    .findFirst())
        .orElseThrow(
            () ->
                Names.unknown(
                    "operation of API '" + api.id() + "'",
                    written,
                    api.operations().stream().map(OperationArtifact::id).toList()));
  }

  private static ProductArtifact product(Estate estate, ApiArtifact api, String written) {
    ProductArtifact found = estate.products().get(written);
    if (found == null) {
      throw Names.unknown("product", written, estate.products().keySet());
    }
    if (api.products().stream().noneMatch(found.id()::equalsIgnoreCase)) {
      throw Names.unknown("product with API '" + api.id() + "'", written, api.products());
    }
    return found;
  }

  /** A call without a key to an API of an open product runs in that product's context. */
  private static Optional<ProductArtifact> openProduct(
      Estate estate, ApiArtifact api, List<String> remarks) {
    Optional<ProductArtifact> open =
        api.products().stream()
            .flatMap(id -> Optional.ofNullable(estate.products().get(id)).stream())
            .filter(product -> !product.subscriptionRequired())
            .findFirst();
    if (open.isPresent()) {
      remarks.add("A call without a key runs in the open product '" + open.get().id() + "'.");
      return open;
    }
    List<String> withPolicy =
        api.products().stream()
            .filter(id -> hasPolicy(estate, id))
            .map(id -> "--product " + id)
            .toList();
    if (!withPolicy.isEmpty()) {
      remarks.add(
          "A key of a product adds that product's policy: "
              + String.join(" or ", withPolicy)
              + ".");
    }
    return Optional.empty();
  }

  /** Where the names in a scope's document are looked up. */
  Estate names(Scope scope) {
    return scope == Scope.GLOBAL ? service : estate;
  }

  private static boolean hasPolicy(Estate estate, String productId) {
    ProductArtifact product = estate.products().get(productId);
    return product != null && product.policy().isPresent();
  }
}
