package dev.fanout.experiment.process;

import dev.fanout.measurements.ProcessCpu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets the JIT compilers of a warm process work only while its core has nothing else to do. A C2
 * thread compiles for up to hundreds of milliseconds and has, by right, half of a core that it
 * shares with an event loop; requests pile up meanwhile, and the tail of a trial then tells when
 * the compiler ran. The scheduling class is {@code SCHED_IDLE}: a thread of the lowest niceness
 * still keeps the core for some milliseconds once it has it (Linux, since 6.6), one of this class
 * is put aside at once. They may use every core of the run, not only that of their process: a
 * method that is deoptimised under load would else be interpreted on a full core, on which its
 * compiler has no turn. Linux only, by {@code chrt}; elsewhere nothing happens.
 */
public final class CompilerThreads {
  private static final Path PROC = Path.of("/proc");

  private final @Nullable Path chrt;

  private final CorePlan cores;

  private CompilerThreads(@Nullable Path chrt, CorePlan cores) {
    this.chrt = chrt;
    this.cores = cores;
  }

  /** With the {@code chrt} of this machine. */
  public static CompilerThreads on(CorePlan cores) {
    return new CompilerThreads(
        Files.isDirectory(PROC.resolve("self/task")) ? Programs.find("chrt") : null, cores);
  }

  /**
   * Puts the compiler threads of processes behind all others; those that start later are not found.
   *
   * @return whether all that were found are behind
   */
  public boolean yieldToOthers(List<Long> pids) throws InterruptedException {
    if (chrt == null) {
      return false;
    }
    List<String> threads = new ArrayList<>();
    for (long pid : pids) {
      threads.addAll(compilers(PROC.resolve(Long.toString(pid)).resolve("task")));
    }
    boolean all = true;
    for (String thread : threads) {
      all &= run(List.of(chrt.toString(), "--idle", "--pid", "0", thread));
      if (cores.isPinned()) {
        all &= cores.releaseThread(Integer.parseInt(thread));
      }
    }
    return all;
  }

  private static boolean run(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> compilers(Path tasks) {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(tasks)) {
      for (Path entry : entries) {
        String name = Files.readString(entry.resolve("comm"), StandardCharsets.UTF_8).strip();
        if (ProcessCpu.isJitCompiler(name)) {
          found.add(entry.getFileName().toString());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return found; // the process or one of its threads has just ended
    }
    return found;
  }
}
