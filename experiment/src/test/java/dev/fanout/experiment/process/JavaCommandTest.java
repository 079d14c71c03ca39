package dev.fanout.experiment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
  private static JavaCommand of(int version) {
    return new JavaCommand(Path.of("java"), version, "a.jar", "Main");
  }

  @Test
  void heap_collector_and_processors_are_fixed() {
    assertThat(of(17).flags(256, 1))
        .contains("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1");
  }

  @Test
  void flags_that_silence_a_jdk_are_only_given_to_those_that_know_them() {
    String nativeAccess = "--enable-native-access=ALL-UNNAMED";
    String unsafe = "--sun-misc-unsafe-memory-access=allow";
    assertThat(of(17).flags(256, 1)).doesNotContain(nativeAccess, unsafe);
    assertThat(of(21).flags(256, 1)).doesNotContain(nativeAccess, unsafe);
    assertThat(of(22).flags(256, 1)).contains(nativeAccess).doesNotContain(unsafe);
    assertThat(of(25).flags(256, 1)).contains(nativeAccess, unsafe);
  }

  @Test
  void children_start_from_the_class_archive_of_their_parent() {
    assertThat(of(17).flags(256, 1)).noneMatch(flag -> flag.startsWith("-XX:SharedArchiveFile"));
    System.setProperty("fanout.archive", "classes.jsa");
    try {
      assertThat(of(17).flags(256, 1))
          .contains("-XX:SharedArchiveFile=classes.jsa", "-Dfanout.archive=classes.jsa");
    } finally {
      System.clearProperty("fanout.archive");
    }
  }

  @Test
  void arguments_follow_the_main_class() {
    List<String> command = of(17).with(64, 2, List.of("gateway", "--child"));
    assertThat(command.subList(command.size() - 5, command.size()))
        .containsExactly("-cp", "a.jar", "Main", "gateway", "--child");
  }
}
