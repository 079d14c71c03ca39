package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  @Test
  void runs_up_to_its_threads_at_once_lets_some_wait_and_refuses_the_rest() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(5);
    Runnable task =
        () -> {
          running.countDown();
          await(go);
          done.countDown();
        };
    try (WorkerPool pool = new WorkerPool(2, 3)) {
      int taken = 0;
      for (int i = 0; i < 7; i++) {
        taken += pool.submit(task) ? 1 : 0;
      }
      await(running);
      go.countDown();

      assertThat(taken).isEqualTo(2 + 3);
      await(done);
      assertThat(pool.threads()).isEqualTo(2);
    }
  }

  @Test
  void uses_a_free_thread_again() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool(8, 0)) {
      for (int i = 0; i < 1_000; i++) {
        CountDownLatch done = new CountDownLatch(1);
        while (!pool.submit(
            () -> {
              ran.incrementAndGet();
              done.countDown();
            })) {
          Thread.onSpinWait();
        }
        await(done);
      }

      assertThat(ran.get()).isEqualTo(1_000);
    }
  }

  @Test
  void takes_nothing_once_closed() {
    WorkerPool pool = new WorkerPool(1, 1);
    pool.close();

    assertThat(pool.submit(() -> {})).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
