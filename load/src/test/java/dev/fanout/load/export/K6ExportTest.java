package dev.fanout.load.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class K6ExportTest {
  private static JsonNode plan(String stages) throws Exception {
    return new ObjectMapper().readTree(K6Export.of(Plans.read(stages)).files().get("plan.json"));
  }

  @Test
  void each_trial_is_a_scenario_after_the_one_before() throws Exception {
    JsonNode scenarios =
        plan("  - {vus: 50, duration: 10s}\n  - {rate: 0.5, duration: 10s, inFlight: 7}\n")
            .get("scenarios");

    assertThat(scenarios.get("A_50-vus").get("executor").asText()).isEqualTo("constant-vus");
    assertThat(scenarios.get("A_50-vus").get("duration").asText()).isEqualTo("11000ms");
    // 11 s and the 5 s after each.
    assertThat(scenarios.get("B_50-vus").get("startTime").asText()).isEqualTo("16s");
    JsonNode open = scenarios.get("B_0.5-per-s");
    assertThat(open.get("startTime").asText()).isEqualTo("48s");
    assertThat(open.get("executor").asText()).isEqualTo("constant-arrival-rate");
    // k6 takes whole numbers: 0.5 a second are 500 in 1,000 s.
    assertThat(open.get("rate").asInt()).isEqualTo(500);
    assertThat(open.get("timeUnit").asText()).isEqualTo("1000s");
    assertThat(open.get("maxVUs").asInt()).isEqualTo(7);
  }

  @Test
  void conditions_become_thresholds_that_say_the_opposite() throws Exception {
    JsonNode thresholds = plan("  - {vus: 50, duration: 10s}\n").get("thresholds");

    assertThat(thresholds.get("http_req_duration{target:A,stage:50-vus,phase:window}"))
        .hasToString("[\"max>=0\",\"p(95)<=20\",\"max<=1000\"]");
    assertThat(thresholds.get("http_req_duration{target:B,stage:50-vus,phase:window}"))
        .hasToString("[\"max>=0\",\"p(95)<=20\"]");
    assertThat(thresholds.get("http_req_failed{target:A,stage:50-vus,phase:window}"))
        .hasToString("[\"rate<=1\",\"rate<=0.01\"]");
  }

  @Test
  void the_requests_are_those_of_the_plan_without_secrets() throws Exception {
    JsonNode a = plan("  - {vus: 50, duration: 10s}\n").get("targets").get("A");

    assertThat(a.get("cumulative")).hasToString("[3.0,4.0,5.0]");
    assertThat(a.get("requests").get(0).get("target").asText()).isEqualTo("/a/{id}");
    assertThat(a.get("requests").get(0).at("/headers/Ocp-Apim-Subscription-Key").asText())
        .isEqualTo("{env:KEY}");
    assertThat(a.get("requests").get(2).get("statuses")).hasToString("[201]");
  }
}
