package dev.fanout.load;

import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.ProcessCpu;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays trials, one at a time. Threads live until {@link #close}; connections belong to one trial.
 */
public final class LoadRunner implements AutoCloseable {
  /** What {@link #footprintBytes} may be at most. */
  public static final long MOST_FOOTPRINT_BYTES = Footprint.MOST_BYTES;

  /** From the moment all connections stand to the first arrival. */
  private static final long START_DELAY_NANOS = 2_000_000;

  private static final long ABANDON_SECONDS = 5;

  private final boolean epoll;
  private final List<LoopTransport> loops;
  private volatile List<LoopTrial> playing = List.of();

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

  public TrialResult run(TrialPlan plan, TrialObserver observer) throws InterruptedException {
    return run(plan, observer, TrialRecording.NONE);
  }

  /**
   * Blocks until the trial is over. When the calling thread is interrupted, connections are closed
   * first. A target that is dead is no exception: it is {@link TrialResult#stopped}.
   *
   * @throws IllegalArgumentException when recording would take more memory than {@link
   *     #footprintBytes} may be, or the plan's TLS files cannot be read
   */
  public synchronized TrialResult run(
      TrialPlan plan, TrialObserver observer, TrialRecording recording)
      throws InterruptedException {
    TrialScript script = new TrialScript(plan);
    int used = Math.min(loops.size(), script.connections());
    Footprint.check(script, used, recording);
    Failures failures = new Failures();
    List<RecorderRelay> relays = new ArrayList<>();
    List<LoopTrial> trials = new ArrayList<>();
    @Nullable RequestRows rows =
        recording.requests().map(sink -> new RequestRows(used, sink)).orElse(null);
    for (int i = 0; i < used; i++) {
      @Nullable RecorderRelay relay = null;
      if (recording.intervals().isPresent()) {
        relay = new RecorderRelay(script.groups.names.size());
        relays.add(relay);
      }
      trials.add(
          new LoopTrial(
              script,
              loops.get(i),
              epoll,
              failures,
              i,
              used,
              relay,
              rows == null ? null : rows.writer(i)));
    }
    @Nullable IntervalCollector collector =
        recording
            .intervals()
            .map(sink -> new IntervalCollector(script, relays, sink, this::endTrial))
            .orElse(null);
    try {
      playing = List.copyOf(trials);
      trials.forEach(LoopTrial::connect);
      for (LoopTrial trial : trials) {
        trial.awaitConnected();
      }
      return play(script, failures, trials, observer, collector, rows);
    } finally {
      playing = List.of();
      abandon(trials);
      if (collector != null) {
        collector.abandon();
      }
    }
  }

  /**
   * Memory that a trial's histograms and buffers take; {@link #run} refuses more than {@link
   * #MOST_FOOTPRINT_BYTES}.
   *
   * @throws IllegalArgumentException when the plan's TLS files cannot be read, or a value does not
   *     fit its place
   */
  public static long footprintBytes(
      TrialPlan plan, LoadRunnerOptions options, TrialRecording recording) {
    TrialScript script = new TrialScript(plan);
    int used = Math.min(options.eventLoops(), script.connections());
    return Footprint.bytes(script, used, recording);
  }

  /**
   * Ends the trial that is being played, if any, at once: its result is what there is by then. From
   * any thread.
   */
  public void endTrial() {
    playing.forEach(LoopTrial::abandon);
  }

  /** CPU time of each event loop since it started; empty where the JVM does not tell. */
  public Optional<long[]> loopCpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      return Optional.empty();
    }
    return Optional.of(
        loops.stream().mapToLong(loop -> threads.getThreadCpuTime(loop.threadId())).toArray());
  }

  @Override
  public void close() {
    loops.forEach(LoopTransport::close);
  }

  private TrialResult play(
      TrialScript script,
      Failures failures,
      List<LoopTrial> trials,
      TrialObserver observer,
      @Nullable IntervalCollector collector,
      @Nullable RequestRows rows)
      throws InterruptedException {
    TrialPlan plan = script.plan;
    ProcessCpu cpu = ProcessCpu.ofThisProcess();
    Optional<CpuReading> opened = Optional.empty();
    Optional<CpuReading> closed = Optional.empty();
    long windowStart = System.nanoTime() + START_DELAY_NANOS + plan.settling().toNanos();
    if (rows != null) {
      rows.start();
    }
    if (collector != null) {
      collector.start(windowStart - plan.settling().toNanos());
    }
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
    long windowNanos = Math.max(0, Math.min(plan.window().toNanos(), stoppedAt - windowStart));
    long droppedRows = rows == null ? 0 : rows.await();
    Recorder total = collector == null ? sum(trials) : collector.await();
    return TrialSummary.of(
        transport(),
        script,
        failures,
        total,
        sumOfApis(trials),
        windowNanos,
        cpuNanos(opened, closed),
        droppedRows);
  }

  private static Recorder sum(List<LoopTrial> trials) {
    Recorder total = trials.get(0).tally().recorder();
    trials.stream().skip(1).map(trial -> trial.tally().recorder()).forEach(total::add);
    return total;
  }

  private static ApiRecorder sumOfApis(List<LoopTrial> trials) {
    ApiRecorder total = trials.get(0).tally().apis;
    trials.stream().skip(1).map(trial -> trial.tally().apis).forEach(total::add);
    return total;
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
}
