package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.EffectivePolicies;
import dev.fanout.artifacts.EffectivePolicy;
import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.ProductArtifact;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs each operation's effective policy, in the context of each product with a document, too. */
final class RequestFlows {
  private RequestFlows() {}

  /** One operation in one product's context, or in none. */
  record Run(
      ApiArtifact api,
      OperationArtifact operation,
      EffectivePolicy policy,
      RequestFlow flow,
      List<RequestFlow.Step> steps) {
    String operationName() {
      return api.id() + "/" + operation.id();
    }
  }

  static void forEach(LintedEstate linted, Consumer<Run> action) {
    Estate estate = linted.estate();
    for (ApiArtifact api : estate.apis()) {
      List<Optional<ProductArtifact>> contexts = new ArrayList<>();
      contexts.add(Optional.empty());
      for (String id : api.products()) {
        ProductArtifact product = estate.products().get(id);
        if (product != null && product.policy().isPresent()) {
          contexts.add(Optional.of(product));
        }
      }
      for (OperationArtifact operation : api.operations()) {
        for (Optional<ProductArtifact> product : contexts) {
          EffectivePolicy policy =
              EffectivePolicies.of(
                  estate, linted.workspace(), product, api, Optional.of(operation));
          List<RequestFlow.Step> steps = new ArrayList<>(steps(policy, SectionName.INBOUND));
          steps.addAll(steps(policy, SectionName.BACKEND));
          action.accept(
              new Run(
                  api,
                  operation,
                  policy,
                  new RequestFlow(estate, Optional.of(api), Optional.of(operation)),
                  steps));
        }
      }
    }
  }

  /** Without the default document, which stands in no file. */
  private static List<RequestFlow.Step> steps(EffectivePolicy policy, SectionName section) {
    List<RequestFlow.Step> steps = new ArrayList<>();
    for (EffectiveStep step : policy.section(section)) {
      step.policy().node().ifPresent(node -> steps.add(new RequestFlow.Step(node, step.scope())));
    }
    return steps;
  }

  /** The steps of a container as if they stood in one scope. */
  static List<RequestFlow.Step> of(ElementNode container) {
    return container.elements().stream()
        .map(node -> new RequestFlow.Step(node, Scope.API))
        .toList();
  }
}
