package dev.fanout.load;

import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.ProcessCpu;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays trials, one at a time. Threads live until {@link #close}; connections belong to one trial.
 */
public final class LoadRunner implements AutoCloseable {
  private static final long MAX_HISTOGRAM_BYTES = 256L << 20;

  /** From the moment all connections stand to the first arrival. */
  private static final long START_DELAY_NANOS = 2_000_000;

  private static final long ABANDON_SECONDS = 5;

  private final boolean epoll;
  private final List<LoopTransport> loops;

  public LoadRunner() {
    this(LoadRunnerOptions.DEFAULT);
  }

  public LoadRunner(LoadRunnerOptions options) {
    this.epoll = LoopTransport.usesEpoll(options.transport());
    List<LoopTransport> opened = new ArrayList<>();
    for (int i = 0; i < options.eventLoops(); i++) {
      opened.add(LoopTransport.open(epoll));
    }
    this.loops = List.copyOf(opened);
  }

  /** {@code epoll} or {@code nio}. */
  public String transport() {
    return epoll ? "epoll" : "nio";
  }

  public TrialResult run(TrialPlan plan) throws InterruptedException {
    return run(plan, TrialObserver.NONE);
  }

  /**
   * Blocks until the trial is over. When the calling thread is interrupted, connections are closed
   * first. A target that is dead is no exception: it is {@link TrialResult#stopped}.
   *
   * @throws IllegalArgumentException when the histograms would take more than 256 MiB
   */
  public synchronized TrialResult run(TrialPlan plan, TrialObserver observer)
      throws InterruptedException {
    TrialScript script = new TrialScript(plan);
    checkFootprint(script.apiIds.size());
    Failures failures = new Failures();
    int used = loopsFor(plan.model());
    List<LoopTrial> trials = new ArrayList<>();
    for (int i = 0; i < used; i++) {
      trials.add(new LoopTrial(script, loops.get(i), epoll, failures, i, used));
    }
    try {
      trials.forEach(LoopTrial::connect);
      for (LoopTrial trial : trials) {
        trial.awaitConnected();
      }
      return play(script, failures, trials, observer);
    } finally {
      abandon(trials);
    }
  }

  @Override
  public void close() {
    loops.forEach(LoopTransport::close);
  }

  private int loopsFor(LoadModel model) {
    int connections =
        model instanceof LoadModel.Open open
            ? open.maxInFlight()
            : ((LoadModel.Closed) model).vus();
    return Math.min(loops.size(), connections);
  }

  private void checkFootprint(int apis) {
    long bytes = (loops.size() + 1L) * Recorder.footprintBytes(apis);
    if (bytes > MAX_HISTOGRAM_BYTES) {
      throw new IllegalArgumentException(
          "histograms of "
              + apis
              + " APIs would take "
              + (bytes >> 20)
              + " MiB, more than "
              + (MAX_HISTOGRAM_BYTES >> 20));
    }
  }

  private TrialResult play(
      TrialScript script, Failures failures, List<LoopTrial> trials, TrialObserver observer)
      throws InterruptedException {
    TrialPlan plan = script.plan;
    ProcessCpu cpu = ProcessCpu.ofThisProcess();
    Optional<CpuReading> opened = Optional.empty();
    Optional<CpuReading> closed = Optional.empty();
    long windowStart = System.nanoTime() + START_DELAY_NANOS + plan.settling().toNanos();
    if (failures.stopped() == null) {
      long start = windowStart - plan.settling().toNanos();
      trials.forEach(trial -> trial.begin(start));
      if (!endsBy(trials, windowStart)) {
        opened = cpu.read();
        observer.windowOpened();
        endsBy(trials, windowStart + plan.window().toNanos());
        observer.windowClosed();
        closed = cpu.read();
        for (LoopTrial trial : trials) {
          trial.finished().await();
        }
      }
    }
    long stoppedAt = System.nanoTime();
    abandon(trials);
    long windowNanos =
        failures.stopped() == null
            ? plan.window().toNanos()
            : Math.max(0, Math.min(plan.window().toNanos(), stoppedAt - windowStart));
    return result(script, failures, trials, windowNanos, cpuNanos(opened, closed));
  }

  /** Whether all loops are through before the time is. */
  private static boolean endsBy(List<LoopTrial> trials, long nanoTime) throws InterruptedException {
    for (LoopTrial trial : trials) {
      CountDownLatch finished = trial.finished();
      if (!finished.await(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }

  private static void abandon(List<LoopTrial> trials) {
    trials.forEach(LoopTrial::abandon);
    boolean interrupted = false;
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ABANDON_SECONDS);
    for (LoopTrial trial : trials) {
      boolean waiting = true;
      while (waiting) {
        try {
          long left = until - System.nanoTime();
          if (!trial.finished().await(left, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("an event loop does not end its trial");
          }
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Long> cpuNanos(Optional<CpuReading> from, Optional<CpuReading> to) {
    return from.isPresent() && to.isPresent()
        ? Optional.of(to.get().workNanos() - from.get().workNanos())
        : Optional.empty();
  }

  private TrialResult result(
      TrialScript script,
      Failures failures,
      List<LoopTrial> trials,
      long windowNanos,
      Optional<Long> cpuNanos) {
    Recorder total = trials.get(0).recorder();
    trials.stream().skip(1).map(LoopTrial::recorder).forEach(total::add);
    Map<ErrorKind, Long> errors = new EnumMap<>(ErrorKind.class);
    for (ErrorKind kind : ErrorKind.values()) {
      if (total.errors[kind.ordinal()] > 0) {
        errors.put(kind, total.errors[kind.ordinal()]);
      }
    }
    double windowSeconds = windowNanos / 1e9;
    return new TrialResult(
        transport(),
        windowNanos,
        total.requests,
        total.passed,
        errors,
        failures.samples(),
        total.late,
        total.unstarted,
        total.unfinished,
        windowNanos == 0 ? 0 : total.inFlightNanos / windowNanos,
        windowNanos == 0 ? 0 : total.acrossEdgesNanos / windowNanos,
        script.plan.model() instanceof LoadModel.Open open ? open.ratePerSecond() : Double.NaN,
        windowNanos == 0 ? 0 : total.sentInWindow / windowSeconds,
        total.responseTime,
        total.serviceTime,
        total.sendLag,
        apis(script, total),
        total.socketsOpened,
        total.socketsOpenedInWindow,
        total.unsolicited,
        total.failedNanos,
        total.overRange,
        cpuNanos,
        Optional.ofNullable(failures.stopped()));
  }

  private static List<ApiResult> apis(TrialScript script, Recorder total) {
    List<ApiResult> apis = new ArrayList<>();
    for (int i = 0; i < script.apiIds.size(); i++) {
      apis.add(
          new ApiResult(
              script.apiIds.get(i),
              total.apiRequests[i],
              total.apiResponseTime[i].getTotalCount(),
              total.apiFailed[i],
              total.apiResponseTime[i]));
    }
    return apis;
  }
}
