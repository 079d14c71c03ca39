package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.GatewayKind;
import dev.fanout.policies.model.Placement;
import dev.fanout.policies.model.Tier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

final class PolicyNotOnTier implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
              "POLICY_NOT_ON_TIER",
              Severity.ERROR,
              "The policy is not available on the tier",
              "Reported when a tier is named with `--tier` or in `fanout-lint.yaml`. The "
                  + "gateways that a policy is for are on its documentation page; the "
                  + "[policies page](policies.md) has them all.",
              """
          <fragment>
              <«rate-limit-by-key» calls="10" renewal-period="60" counter-key="@(context.Request.IpAddress)" />
          </fragment>
          """,
              """
          <fragment>
              <set-variable name="caller" value="@(context.Request.IpAddress)" />
          </fragment>
          """)
          .forTier(Tier.CONSUMPTION);

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    document.tier().ifPresent(tier -> check(document, tier, findings));
  }

  private static void check(LintedDocument document, Tier tier, Findings findings) {
    for (PlacedElement element : document.elements()) {
      Optional<Placement> placement =
          element
              .definition()
              .filter(definition -> element.isPolicy())
              .flatMap(ElementDefinition::placement);
      if (placement.isPresent() && !tier.runs(placement.get())) {
        findings.add(
            element.node().nameSpan(),
            "<" + element.node().name() + "> is not available on " + tier.optionName(),
            "it is for "
                + Arrays.stream(placement.get().gateways())
                    .map(PolicyNotOnTier::name)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  private static String name(GatewayKind gateway) {
    return switch (gateway) {
      case CLASSIC -> "the classic tiers";
      case V2 -> "the v2 tiers";
      case CONSUMPTION -> "consumption";
      case SELF_HOSTED -> "the self-hosted gateway";
      case WORKSPACE -> "workspace gateways";
    };
  }
}
