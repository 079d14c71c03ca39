package dev.fanout.artifacts;

import dev.fanout.policies.model.Base;
import dev.fanout.policies.model.ForwardRequest;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.Section;
import dev.fanout.policies.model.SectionName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Expands scopes as the APIM docs describe it (how-to "set or edit policies"): the innermost
 * document rules, and each {@code <base/>} in it is replaced, as if by text, by the effective
 * section of the scope outside. A scope without a document is as if it were not there; a document
 * without a section, or with one without {@code <base/>}, cuts off what stands outside. The same
 * holds for all four sections, so {@code <base/>} first in outbound runs the outer policies first.
 */
public final class EffectivePolicies {
  /** More than any document has room for; repeated bases multiply. */
  private static final int MOST_STEPS = 1_000_000;

  private EffectivePolicies() {}

  /** For a request that runs in no product's context. */
  public static EffectivePolicy of(Estate estate, ApiArtifact api, OperationArtifact operation) {
    return of(estate, Optional.empty(), api, Optional.of(operation));
  }

  /**
   * @param product whose context the request runs in: by its subscription key, or an open product
   * @param operation empty when none was found: then only the API's scope and those outside hold
   */
  public static EffectivePolicy of(
      Estate estate,
      Optional<ProductArtifact> product,
      ApiArtifact api,
      Optional<OperationArtifact> operation) {
    return of(estate, Optional.empty(), product, api, operation);
  }

  /**
   * The same for an API that may be in a workspace.
   *
   * @param estate of the service, or of the workspace
   */
  public static EffectivePolicy of(
      Estate estate,
      Optional<WorkspaceArtifact> workspace,
      Optional<ProductArtifact> product,
      ApiArtifact api,
      Optional<OperationArtifact> operation) {
    Map<SectionName, List<EffectiveStep>> sections = global(estate);
    sections = inside(sections, Scope.WORKSPACE, workspace.flatMap(WorkspaceArtifact::policy));
    sections = inside(sections, Scope.PRODUCT, product.flatMap(ProductArtifact::policy));
    sections = inside(sections, Scope.API, api.policy());
    sections = inside(sections, Scope.OPERATION, operation.flatMap(OperationArtifact::policy));
    return new EffectivePolicy(sections);
  }

  /** What holds outside of products and APIs of a workspace, or of the service without one. */
  public static EffectivePolicy inWorkspace(Estate estate, Optional<WorkspaceArtifact> workspace) {
    return new EffectivePolicy(
        inside(global(estate), Scope.WORKSPACE, workspace.flatMap(WorkspaceArtifact::policy)));
  }

  /** For a request that found no API. */
  public static EffectivePolicy ofGlobal(Estate estate) {
    return new EffectivePolicy(global(estate));
  }

  private static Map<SectionName, List<EffectiveStep>> global(Estate estate) {
    Map<SectionName, List<EffectiveStep>> none = new EnumMap<>(SectionName.class);
    Optional<Policies> document = policies(estate.globalPolicy());
    if (document.isEmpty()) {
      none.put(
          SectionName.BACKEND, List.of(new EffectiveStep(Scope.GLOBAL, new ForwardRequest(), "")));
      return none;
    }
    return inside(none, Scope.GLOBAL, estate.globalPolicy());
  }

  private static Map<SectionName, List<EffectiveStep>> inside(
      Map<SectionName, List<EffectiveStep>> outer, Scope scope, Optional<PolicyArtifact> artifact) {
    Optional<Policies> document = policies(artifact);
    if (artifact.isEmpty() || document.isEmpty()) {
      return outer;
    }
    Map<SectionName, List<EffectiveStep>> sections = new EnumMap<>(SectionName.class);
    for (SectionName name : SectionName.values()) {
      List<EffectiveStep> steps = new ArrayList<>();
      List<Policy> own = document.get().section(name).map(Section::policies).orElse(List.of());
      for (Policy policy : own) {
        if (steps.size() > MOST_STEPS) {
          break;
        }
        if (policy instanceof Base) {
          steps.addAll(outer.getOrDefault(name, List.of()));
        } else {
          steps.add(new EffectiveStep(scope, policy, artifact.get().file()));
        }
      }
      sections.put(name, steps);
    }
    return sections;
  }

  private static Optional<Policies> policies(Optional<PolicyArtifact> artifact) {
    return artifact.flatMap(a -> a.document().policies());
  }
}
