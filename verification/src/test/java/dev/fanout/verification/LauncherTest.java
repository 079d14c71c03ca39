package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell launcher in a checkout of its own, with a JDK and a Maven that only say what they do.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /** Fails when another build is under way. */
  private static final String MAVEN =
      """
      #!/bin/sh
      mkdir building || { echo overlap >>builds; exit 1; }
      sleep 1
      mkdir -p cli/target/dist
      echo jar >cli/target/dist/fanout.jar
      rmdir building
      echo build >>builds
      """;

  @TempDir private Path folder;
  private Path root;
  private Path lock;

  @BeforeEach
  void make_a_checkout() throws IOException {
    root = Files.createDirectories(folder.resolve("with spaces/checkout"));
    lock = root.resolve(".fanout-build.lock");
    Files.copy(FanoutProcess.ROOT.resolve("fanout"), root.resolve("fanout"));
    script(root.resolve("fanout"), Files.readString(root.resolve("fanout")));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    script(folder.resolve("bin/mvn"), MAVEN);
    script(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"java $*\"\n");
    script(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.9\"\n");
  }

  @Test
  void builds_once_and_passes_on_its_arguments() throws Exception {
    assertThat(run(1)).singleElement().asString().contains("-jar").endsWith(" diff \"x\"\n");
    assertThat(run(1)).hasSize(1);
    assertThatOneBuildWasMade();
  }

  @Test
  void of_several_starts_one_builds() throws Exception {
    assertThat(run(3)).hasSize(3);
    assertThatOneBuildWasMade();
  }

  @Test
  void of_several_that_see_a_dead_owner_one_builds() throws Exception {
    Files.createDirectories(lock);
    Files.createFile(lock.resolve("owner." + deadProcess()));

    assertThat(run(4)).hasSize(4);
    assertThatOneBuildWasMade();
  }

  @Test
  void a_lock_whose_maker_died_before_it_could_say_so_is_no_long_wait() throws Exception {
    Files.createDirectories(lock);

    assertThat(run(2)).hasSize(2);
    assertThatOneBuildWasMade();
  }

  private void assertThatOneBuildWasMade() {
    assertThat(FanoutProcess.text(root.resolve("builds"))).isEqualTo("build\n");
    assertThat(lock).doesNotExist();
  }

  /** What so many launchers at the same time say. */
  private List<String> run(int launchers) throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (int i = 0; i < launchers; i++) {
      Path output = Files.createTempFile(folder, "out", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(root.resolve("fanout").toString(), "diff", "\"x\"")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
      builder.environment().put("FANOUT_JAVA_HOME", folder.resolve("jdk").toString());
      builder.environment().remove("FANOUT_JAVA_OPTS");
      builder.environment().remove("FANOUT_MVN_ARGS");
      processes.add(builder.start());
      outputs.add(output);
    }
    List<String> said = new ArrayList<>();
    for (int i = 0; i < launchers; i++) {
      try {
        assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        processes.get(i).destroyForcibly();
      }
      said.add(FanoutProcess.text(outputs.get(i)));
      assertThat(processes.get(i).exitValue()).as(said.get(i)).isZero();
      assertThat(said.get(i)).contains("java ");
    }
    return said;
  }

  private static long deadProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
