package dev.fanout.functionapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EchoSettingsTest {
  @Test
  void the_delay_is_5_ms_unless_set() {
    assertThat(EchoSettings.from(Map.of()).delayNanos()).isEqualTo(5_000_000);
    assertThat(EchoSettings.from(Map.of("ECHO_DELAY_MS", "0.25")).delayNanos()).isEqualTo(250_000);
    assertThat(EchoSettings.from(Map.of("ECHO_DELAY_MS", "10000")).delayNanos())
        .isEqualTo(10_000_000_000L);
  }

  @Test
  void a_delay_that_cannot_be_meant_stops_the_function_from_loading() {
    for (String delay : new String[] {"5ms", "-1", "10000.1", "", "1e3"}) {
      assertThatThrownBy(() -> EchoSettings.from(Map.of("ECHO_DELAY_MS", delay)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_operator_may_add_headers_to_the_echo_but_no_credentials() {
    EchoSettings settings =
        EchoSettings.from(Map.of("ECHO_HEADERS", " X-Tenant , Ocp-Apim-Subscription-Key,Cookie"));

    assertThat(
            settings.allowed(
                Map.of(
                    "x-tenant", "7",
                    "ocp-apim-subscription-key", "secret",
                    "Cookie", "secret",
                    "Accept", "a/b",
                    "x-other", "8")))
        .isEqualTo(Map.of("x-tenant", "7", "accept", "a/b"));
  }
}
