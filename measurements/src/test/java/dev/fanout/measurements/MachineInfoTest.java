package dev.fanout.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineInfoTest {
  @Test
  void names_this_machine_and_runtime_and_no_system_property() {
    MachineInfo here = MachineInfo.here();

    assertThat(here.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(here.operatingSystem()).contains(System.getProperty("os.name"));
    assertThat(here.javaRuntime()).contains(System.getProperty("java.runtime.version"));
    assertThat(here.cpuModel()).isNotBlank();
    assertThat(here.jvmArguments()).noneMatch(argument -> argument.startsWith("-D"));
  }
}
