package dev.fanout.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCpuTest {

  /** A proc file system of three threads, written by the test. */
  @Nested
  class ByThread {
    @TempDir Path proc;

    @BeforeEach
    void threeThreads() throws IOException {
      thread("100", "java", 1_000);
      thread("101", "C2 CompilerThre", 500);
      thread("102", "worker", 30);
    }

    @Test
    void the_jit_compilers_are_counted_apart() {
      CpuReading reading = ProcessCpu.of(100, proc).read().orElseThrow();

      assertThat(reading.workNanos()).isEqualTo(1_000 + 30);
      assertThat(reading.jitNanos()).isEqualTo(500);
      assertThat(reading.totalNanos()).isEqualTo(1_530);
      assertThat(reading.byThread()).isTrue();
    }

    @Test
    void a_thread_that_ends_keeps_what_it_had() throws IOException {
      ProcessCpu cpu = ProcessCpu.of(100, proc);
      cpu.read();

      end("101");
      end("102");
      thread("100", "java", 1_100);

      CpuReading reading = cpu.read().orElseThrow();
      assertThat(reading.workNanos()).isEqualTo(1_100 + 30);
      assertThat(reading.jitNanos()).isEqualTo(500);
    }

    @Test
    void a_thread_id_that_is_given_again_is_another_thread() throws IOException {
      ProcessCpu cpu = ProcessCpu.of(100, proc);
      cpu.read();

      thread("101", "worker-2", 7);

      CpuReading reading = cpu.read().orElseThrow();
      assertThat(reading.workNanos()).isEqualTo(1_000 + 30 + 7);
      assertThat(reading.jitNanos()).isEqualTo(500);
    }

    @Test
    void a_thread_that_ends_while_it_is_read_is_left_out() throws IOException {
      Files.delete(proc.resolve("100/task/102/schedstat"));

      assertThat(ProcessCpu.of(100, proc).read().orElseThrow().workNanos()).isEqualTo(1_000);
    }

    @Test
    void a_process_that_is_gone_has_no_reading() throws IOException {
      ProcessCpu cpu = ProcessCpu.of(100, proc);
      end("100");
      end("101");
      end("102");

      assertThat(cpu.read()).isEmpty();
    }

    private void thread(String id, String name, long nanos) throws IOException {
      Path thread = Files.createDirectories(proc.resolve("100/task").resolve(id));
      Files.writeString(thread.resolve("comm"), name + "\n");
      Files.writeString(thread.resolve("schedstat"), nanos + " 12345 67\n");
    }

    private void end(String id) throws IOException {
      Path thread = proc.resolve("100/task").resolve(id);
      Files.delete(thread.resolve("comm"));
      Files.delete(thread.resolve("schedstat"));
      Files.delete(thread);
    }
  }

  @Nested
  class OfThisProcess {
    @Test
    void grows_by_what_a_busy_thread_uses() {
      ProcessCpu cpu = ProcessCpu.ofThisProcess();
      CpuReading before = cpu.read().orElseThrow();
      var threads = java.lang.management.ManagementFactory.getThreadMXBean();
      long start = threads.getCurrentThreadCpuTime();
      while (threads.getCurrentThreadCpuTime() - start < 100_000_000) {
        Thread.onSpinWait();
      }
      CpuReading after = cpu.read().orElseThrow();

      // This thread's 100 ms, less the last scheduler tick that is not accounted yet.
      assertThat(after.workNanos() - before.workNanos()).isGreaterThan(80_000_000);
      assertThat(after.atNanos()).isGreaterThan(before.atNanos());
    }
  }

  @Test
  void of_a_process_that_never_was_there_is_nothing() {
    assertThat(ProcessCpu.of(Long.MAX_VALUE).read()).isEmpty();
  }
}
