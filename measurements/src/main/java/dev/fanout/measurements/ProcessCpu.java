package dev.fanout.measurements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the CPU time of one process from {@code /proc/PID/task/TID/schedstat}, whose first number
 * is the thread's time on a CPU in nanoseconds (Linux, Documentation/scheduler/sched-stats). A
 * thread that runs at the moment of reading is accounted up to its last scheduler tick, 1 to 4 ms
 * ago.
 *
 * <p>The kernel forgets a thread that ends; its last known time is kept here, so what it used
 * between the last reading and its end is lost. Readings at short intervals lose less. Where there
 * is no such file, {@link ProcessHandle} answers for the process as a whole.
 *
 * <p>Not thread-safe.
 */
public final class ProcessCpu {
  private final long pid;
  private final Path tasks;
  private final boolean byThread;
  private final Map<String, ThreadTime> threads = new HashMap<>();
  private final byte[] buffer = new byte[128];
  private long endedWorkNanos;
  private long endedJitNanos;
  private long generation;

  /** Thread ids are numbers that the kernel may give again; a smaller time tells a new thread. */
  private static final class ThreadTime {
    boolean jit;
    long nanos;
    long seenIn;
  }

  private ProcessCpu(long pid, Path proc) {
    this.pid = pid;
    this.tasks = proc.resolve(Long.toString(pid)).resolve("task");
    this.byThread = Files.isReadable(tasks.resolve(Long.toString(pid)).resolve("schedstat"));
  }

  public static ProcessCpu of(long pid) {
    return new ProcessCpu(pid, Path.of("/proc"));
  }

  public static ProcessCpu ofThisProcess() {
    return of(ProcessHandle.current().pid());
  }

  static ProcessCpu of(long pid, Path proc) {
    return new ProcessCpu(pid, proc);
  }

  /** Empty when the process is gone or the system does not tell. */
  public Optional<CpuReading> read() {
    return byThread ? readThreads() : readProcess();
  }

  private Optional<CpuReading> readThreads() {
    generation++;
    boolean any = false;
    long atNanos = System.nanoTime();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(tasks)) {
      for (Path entry : entries) {
        any |= readThread(entry);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return Optional.empty();
    }
    if (!any) {
      return Optional.empty();
    }
    long workNanos = 0;
    long jitNanos = 0;
    var all = threads.values().iterator();
    while (all.hasNext()) {
      ThreadTime thread = all.next();
      if (thread.seenIn != generation) {
        retire(thread);
        all.remove();
      } else if (thread.jit) {
        jitNanos += thread.nanos;
      } else {
        workNanos += thread.nanos;
      }
    }
    return Optional.of(
        new CpuReading(atNanos, workNanos + endedWorkNanos, jitNanos + endedJitNanos, true));
  }

  private boolean readThread(Path entry) {
    String schedstat = text(entry.resolve("schedstat"));
    int space = schedstat.indexOf(' ');
    if (space <= 0) {
      return false;
    }
    long nanos = Long.parseLong(schedstat, 0, space, 10);
    String threadId = entry.getFileName().toString();
    ThreadTime thread = threads.get(threadId);
    if (thread != null && nanos < thread.nanos) {
      retire(thread);
      thread = null;
    }
    if (thread == null) {
      thread = new ThreadTime();
      thread.jit = isJitCompiler(text(entry.resolve("comm")).strip());
      threads.put(threadId, thread);
    }
    thread.nanos = nanos;
    thread.seenIn = generation;
    return true;
  }

  private void retire(ThreadTime thread) {
    if (thread.jit) {
      endedJitNanos += thread.nanos;
    } else {
      endedWorkNanos += thread.nanos;
    }
  }

  /**
   * Whether a thread compiles for HotSpot.
   *
   * @param threadName as the kernel keeps it, cut to 15 characters
   */
  public static boolean isJitCompiler(String threadName) {
    return threadName.startsWith("C1 CompilerThre") || threadName.startsWith("C2 CompilerThre");
  }

  private String text(Path file) {
    try (var in = Files.newInputStream(file)) {
      int length = in.readNBytes(buffer, 0, buffer.length);
      return new String(buffer, 0, length, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  private Optional<CpuReading> readProcess() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(time -> new CpuReading(System.nanoTime(), time.toNanos(), 0, false));
  }
}
