package dev.fanout.experiment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerThreadsTest {
  /** Linux, include/uapi/linux/sched.h. */
  private static final int SCHED_OTHER = 0;

  private static final int SCHED_IDLE = 5;

  @Test
  void only_compilers_give_way(@TempDir Path folder) throws Exception {
    assumeThat(Programs.find("chrt")).as("chrt").isNotNull();
    assumeThat(Path.of("/proc/self/task")).exists();
    List<String> command =
        JavaCommand.ofThisJvm(SpeakingChild.class.getName()).with(64, 1, List.of("ready"));
    try (ChildProcess child =
        ChildProcess.start("child", command, folder.resolve("err"), Duration.ofSeconds(20))) {
      assertThat(
              CompilerThreads.on(CorePlan.unpinned("a test")).yieldToOthers(List.of(child.pid())))
          .isTrue();

      Map<String, Integer> policies = policies(child.pid());
      assertThat(policies)
          .hasEntrySatisfying("C2 CompilerThre", p -> assertThat(p).isEqualTo(SCHED_IDLE));
      assertThat(policies)
          .hasEntrySatisfying("C1 CompilerThre", p -> assertThat(p).isEqualTo(SCHED_IDLE));
      assertThat(policies)
          .containsEntry("VM Thread", SCHED_OTHER)
          .containsEntry("java", SCHED_OTHER);
    }
  }

  @Test
  void a_process_that_is_gone_has_none() throws Exception {
    assumeThat(Programs.find("chrt")).as("chrt").isNotNull();
    assertThat(
            CompilerThreads.on(CorePlan.unpinned("a test"))
                .yieldToOthers(List.of((long) Integer.MAX_VALUE)))
        .isTrue();
  }

  /** Scheduling policy of each thread by its name; proc(5), field 41 of stat. */
  private static Map<String, Integer> policies(long pid) throws Exception {
    Map<String, Integer> found = new TreeMap<>();
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks) {
        String stat = Files.readString(task.resolve("stat"), StandardCharsets.UTF_8);
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        found.put(name, Integer.parseInt(fields[41 - 3]));
      }
    }
    return found;
  }
}
