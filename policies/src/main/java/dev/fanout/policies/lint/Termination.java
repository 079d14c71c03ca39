package dev.fanout.policies.lint;

import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.Placement;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.syntax.ElementNode;
import java.util.List;
import java.util.Set;

/** Which policies end the processing of a request, whatever it is. */
public final class Termination {
  private static final Set<String> TRANSPARENT = Set.of("block", "limit-concurrency", "retry");

  private Termination() {}

  /** Does nothing behind this policy ever run? */
  public static boolean isCertain(ElementNode policy) {
    return switch (policy.name()) {
      case "choose" -> everyBranchEnds(policy);
      // On no documentation page, but in the schema: it may be switched off.
      case "mock-response" -> policy.attribute("enabled").isEmpty();
      default ->
          TRANSPARENT.contains(policy.name())
              ? endsWithin(policy)
              : PolicyCatalog.policy(policy.name())
                  .flatMap(ElementDefinition::placement)
                  .filter(Placement::terminates)
                  .isPresent();
    };
  }

  private static boolean everyBranchEnds(ElementNode choose) {
    List<ElementNode> branches = choose.elements();
    return branches.stream().anyMatch(branch -> branch.name().equals("otherwise"))
        && branches.stream().allMatch(Termination::endsWithin);
  }

  private static boolean endsWithin(ElementNode container) {
    return container.elements().stream().anyMatch(Termination::isCertain);
  }
}
