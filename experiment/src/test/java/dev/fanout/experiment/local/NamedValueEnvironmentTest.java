package dev.fanout.experiment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamedValueEnvironmentTest {

  @Test
  void what_is_written_is_read() {
    Map<String, String> values = Map.of("key", "a=b\nc", "empty", "");
    Map<String, String> environment = new TreeMap<>(Map.of("PATH", "/bin"));

    NamedValueEnvironment.write(values, environment);

    assertThat(NamedValueEnvironment.read(environment)).isEqualTo(values);
    assertThat(environment).hasSize(3).containsEntry("PATH", "/bin");
  }

  @Test
  void values_of_the_parent_are_not_inherited() {
    Map<String, String> environment =
        new TreeMap<>(Map.of("FANOUT_NAMED_VALUE_KEY", "key=old", "FANOUT_NAMED_VALUE_9", "x=y"));

    NamedValueEnvironment.write(Map.of("key", "new"), environment);

    assertThat(NamedValueEnvironment.read(environment)).isEqualTo(Map.of("key", "new"));
  }

  @Test
  void a_variable_without_a_name_is_a_mistake_that_does_not_show_its_value() {
    assertThatThrownBy(() -> NamedValueEnvironment.read(Map.of("FANOUT_NAMED_VALUE_1", "s3cr3t")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the environment variable FANOUT_NAMED_VALUE_1 is not NAME=VALUE");
  }
}
