package dev.fanout.gateway;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The injections of one variant, in order; measures the time that each really took. */
final class InjectedSteps {
  private final List<Step> steps = new ArrayList<>();

  InjectedSteps(String variant, List<Injection> injections) {
    for (Injection injection : injections) {
      if (injection.variant().equals(variant)) {
        steps.add(new Step(injection));
      }
    }
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Runs {@code then} on the loop after all injections have taken their time. */
  void run(EventExecutor loop, Runnable then) {
    run(0, loop, then);
  }

  List<InjectionStats> stats() {
    return steps.stream().map(Step::stats).toList();
  }

  private void run(int index, EventExecutor loop, Runnable then) {
    if (index == steps.size()) {
      then.run();
      return;
    }
    Step step = steps.get(index);
    long start = System.nanoTime();
    if (step.injection instanceof Injection.Delay delay) {
      var unused =
          loop.schedule(
              () -> {
                step.took(System.nanoTime() - start);
                run(index + 1, loop, then);
              },
              delay.delay().toNanos(),
              TimeUnit.NANOSECONDS);
    } else if (step.injection instanceof Injection.Cpu cpu) {
      long busy = cpu.busyPerRequest().toNanos();
      long now = System.nanoTime();
      while (now - start < busy) {
        Thread.onSpinWait();
        now = System.nanoTime();
      }
      step.took(now - start);
      run(index + 1, loop, then);
    }
  }

  private static final class Step {
    private final Injection injection;
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    Step(Injection injection) {
      this.injection = injection;
    }

    void took(long elapsedNanos) {
      count.increment();
      nanos.add(elapsedNanos);
    }

    InjectionStats stats() {
      boolean delay = injection instanceof Injection.Delay;
      long askedNanos =
          injection instanceof Injection.Delay d
              ? d.delay().toNanos()
              : ((Injection.Cpu) injection).busyPerRequest().toNanos();
      return new InjectionStats(delay ? "delay" : "cpu", askedNanos, count.sum(), nanos.sum());
    }
  }
}
