package dev.fanout.policies.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TierTest {
  private static boolean runs(Tier tier, String policy) {
    return tier.runs(PolicyCatalog.policy(policy).orElseThrow().placement().orElseThrow());
  }

  @Test
  void a_tier_is_found_however_its_name_is_written() {
    assertThat(Tier.of("Basic v2")).contains(Tier.BASIC_V2);
    assertThat(Tier.of("BasicV2")).contains(Tier.BASIC_V2);
    assertThat(Tier.of(Tier.BASIC_V2.optionName())).contains(Tier.BASIC_V2);
    assertThat(Tier.of("Isolated")).isEmpty();
  }

  @Test
  void a_policy_runs_where_one_of_its_gateways_is_offered() {
    assertThat(runs(Tier.CONSUMPTION, "rate-limit-by-key")).isFalse();
    assertThat(runs(Tier.BASIC, "rate-limit-by-key")).isTrue();
    assertThat(runs(Tier.BASIC_V2, "send-service-bus-message")).isFalse();
    assertThat(runs(Tier.PREMIUM, "publish-to-dapr")).isTrue();
    assertThat(runs(Tier.PREMIUM_V2, "publish-to-dapr")).isFalse();
  }

  @Test
  void consumption_takes_the_shortest_documents() {
    assertThat(Tier.CONSUMPTION.longestDocumentBytes()).isEqualTo(16_384);
    assertThat(Tier.DEVELOPER.longestDocumentBytes()).isEqualTo(262_144);
  }
}
