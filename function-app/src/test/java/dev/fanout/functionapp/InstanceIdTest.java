package dev.fanout.functionapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceIdTest {
  @Test
  void is_the_first_of_the_variables_that_plans_set() {
    assertThat(
            InstanceId.resolve(
                Map.of("WEBSITE_INSTANCE_ID", "i", "WEBSITE_POD_NAME", "p", "CONTAINER_NAME", "c")))
        .isEqualTo("i");
    assertThat(InstanceId.resolve(Map.of("WEBSITE_POD_NAME", "p", "CONTAINER_NAME", "c")))
        .isEqualTo("p");
    assertThat(InstanceId.resolve(Map.of("WEBSITE_INSTANCE_ID", " ", "CONTAINER_NAME", "c")))
        .isEqualTo("c");
  }

  @Test
  void is_the_host_name_where_none_is_set() {
    assertThat(InstanceId.resolve(Map.of())).isNotBlank();
  }
}
