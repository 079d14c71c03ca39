package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.experiment.process.EnvironmentFailure;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  @Test
  void interrupts_the_thread_of_the_run() {
    StopSignal signal = new StopSignal();
    signal.ask();
    assertThatThrownBy(() -> Thread.sleep(60_000)).isInstanceOf(InterruptedException.class);
    assertThat(signal.askedFor()).isTrue();
  }

  @Test
  void a_file_is_written_undisturbed_and_the_interrupt_comes_after() {
    StopSignal signal = new StopSignal();
    boolean disturbed =
        signal.undisturbed(
            () -> {
              signal.ask();
              return Thread.currentThread().isInterrupted();
            });
    assertThat(disturbed).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void the_first_failure_is_kept() {
    StopSignal signal = new StopSignal();
    signal.fail(new EnvironmentFailure("first"));
    signal.fail(new EnvironmentFailure("second"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(signal.failure()).hasValueSatisfying(f -> assertThat(f).hasMessage("first"));
  }

  @Test
  void after_the_end_nothing_is_interrupted() {
    StopSignal signal = new StopSignal();
    signal.stopped();
    signal.ask();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
