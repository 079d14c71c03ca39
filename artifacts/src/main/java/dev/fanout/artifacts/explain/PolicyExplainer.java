package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.EffectivePolicies;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.artifacts.WorkspaceArtifact;
import dev.fanout.artifacts.explain.SectionExpansion.Document;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what happens to the requests of an API or operation, and where each line of it stands. */
public final class PolicyExplainer {
  private final UpstreamExamples examples;

  public PolicyExplainer() {
    this(UpstreamExamples.NONE);
  }

  /**
   * @param examples asked where policies alone do not say where a request goes
   */
  public PolicyExplainer(UpstreamExamples examples) {
    this.examples = examples;
  }

  /** Explains the given sections; documents with mistakes as far as they can be read. */
  public Explanation explain(ExplainTarget target, List<SectionName> sections) {
    List<ExplainedSection> expanded = new ArrayList<>();
    for (SectionName section : sections) {
      expanded.add(new SectionExpansion(target, documents(target), section).expand());
    }
    List<OperationArtifact> operations =
        target.operation().map(List::of).orElse(target.api().operations());
    return new Explanation(
        target.api().id(),
        target.workspace().map(WorkspaceArtifact::id),
        target.operation().map(OperationArtifact::id),
        scopes(target),
        operations.stream().map(operation -> operation(target, operation)).toList(),
        expanded,
        target.remarks());
  }

  private ExplainedOperation operation(ExplainTarget target, OperationArtifact operation) {
    UpstreamFinder.Found found =
        new UpstreamFinder(target)
            .find(
                EffectivePolicies.of(
                    target.estate(),
                    target.workspace(),
                    target.product(),
                    target.api(),
                    Optional.of(operation)),
                operation);
    Optional<String> example =
        found.upstream() instanceof Upstream.Depends
            ? examples.example(target, operation)
            : Optional.empty();
    return new ExplainedOperation(
        operation.id(),
        requestTarget(target.api(), operation),
        operation.policy().isPresent(),
        found.upstream(),
        found.remarks(),
        example);
  }

  private static String requestTarget(ApiArtifact api, OperationArtifact operation) {
    String revision = api.current() ? "" : ";rev=" + api.revision();
    String target =
        operation.method() + " " + api.requestPrefix() + revision + operation.urlTemplate();
    if (api.version() instanceof VersionScheme.Header header) {
      return target + " (" + header.name() + ": " + header.value() + ")";
    }
    return api.version() instanceof VersionScheme.Query query
        ? target + " (" + query.name() + "=" + query.value() + ")"
        : target;
  }

  private static List<Document> documents(ExplainTarget target) {
    List<Document> all = new ArrayList<>();
    add(all, Scope.GLOBAL, target.estate().globalPolicy());
    add(all, Scope.WORKSPACE, target.workspace().flatMap(WorkspaceArtifact::policy));
    add(all, Scope.PRODUCT, target.product().flatMap(ProductArtifact::policy));
    add(all, Scope.API, target.api().policy());
    add(all, Scope.OPERATION, target.operation().flatMap(OperationArtifact::policy));
    return all;
  }

  private static void add(List<Document> all, Scope scope, Optional<PolicyArtifact> artifact) {
    artifact.ifPresent(present -> all.add(new Document(scope, present)));
  }

  private static List<ExplainedScope> scopes(ExplainTarget target) {
    List<ExplainedScope> all = new ArrayList<>();
    all.add(scope(Scope.GLOBAL, "", target.estate().globalPolicy()));
    target.workspace().ifPresent(one -> all.add(scope(Scope.WORKSPACE, one.id(), one.policy())));
    target.product().ifPresent(one -> all.add(scope(Scope.PRODUCT, one.id(), one.policy())));
    all.add(scope(Scope.API, target.api().id(), target.api().policy()));
    target.operation().ifPresent(one -> all.add(scope(Scope.OPERATION, one.id(), one.policy())));
    return all;
  }

  private static ExplainedScope scope(Scope scope, String name, Optional<PolicyArtifact> policy) {
    return new ExplainedScope(scope, name, policy.map(PolicyArtifact::file));
  }
}
