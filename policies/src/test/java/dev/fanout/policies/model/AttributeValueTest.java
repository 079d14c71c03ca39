package dev.fanout.policies.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributeValueTest {
  private static AttributeValue of(String policy, String attribute, String value) {
    return AttributeValue.of(
        PolicyCatalog.policy(policy).orElseThrow().attributes().get(attribute), value);
  }

  @Test
  void a_literal_has_the_type_of_its_attribute() {
    assertThat(of("forward-request", "follow-redirects", "True"))
        .isEqualTo(new AttributeValue.Flag(true));
    assertThat(of("forward-request", "timeout", " 30 ")).isEqualTo(new AttributeValue.Whole(30));
    assertThat(of("emit-metric", "value", "1.5e3")).isEqualTo(new AttributeValue.Decimal(1_500));
    assertThat(of("set-header", "exists-action", "skip"))
        .isEqualTo(new AttributeValue.Text("skip"));
    assertThat(of("set-variable", "name", " a ")).isEqualTo(new AttributeValue.Text(" a "));
  }

  @Test
  void expressions_and_named_values_stay_text() {
    assertThat(of("forward-request", "timeout", " @(1 + 2)\n"))
        .isEqualTo(new AttributeValue.Expression("@(1 + 2)"));
    assertThat(of("forward-request", "timeout", "{{timeout}}"))
        .isEqualTo(new AttributeValue.Template("{{timeout}}"));
  }

  @Test
  void what_is_no_value_says_why() {
    assertThat(of("retry", "count", "0"))
        .isEqualTo(new AttributeValue.Invalid("0", "is 0, less than 1"));
    assertThat(of("retry", "count", "51"))
        .isEqualTo(new AttributeValue.Invalid("51", "is 51, more than 50"));
    assertThat(of("retry", "count", "@(1"))
        .isEqualTo(new AttributeValue.Invalid("@(1", "is '@(1', not a whole number"));
    assertThat(of("emit-metric", "value", "1,5"))
        .isEqualTo(new AttributeValue.Invalid("1,5", "is '1,5', not a number"));
    assertThat(of("quota-by-key", "first-period-start", "tomorrow"))
        .isInstanceOf(AttributeValue.Invalid.class);
    assertThat(of("quota-by-key", "first-period-start", "2026-01-31T00:00:00Z"))
        .isEqualTo(new AttributeValue.Text("2026-01-31T00:00:00Z"));
  }
}
