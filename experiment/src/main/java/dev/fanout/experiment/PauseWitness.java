package dev.fanout.experiment;

import dev.fanout.experiment.process.CorePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when the machine stands still: a thread on each core of the run sleeps for 5 ms again and
 * again, and what it oversleeps is a pause. Neither variant can cause a long one, since a thread
 * that wakes waits for a running one for a few milliseconds at most; a hypervisor that takes the
 * core away can. Where threads cannot be pinned there is one, and it notices what stops all cores.
 */
final class PauseWitness implements LoadMeter.PauseSource, AutoCloseable {
  private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final List<Sleeper> sleepers = new ArrayList<>();

  private PauseWitness() {}

  /** Starts watching the cores of the gateway and the generator. */
  static PauseWitness start(CorePlan cores) {
    PauseWitness witness = new PauseWitness();
    if (cores.isPinned()) {
      witness.add(cores, cores.gateway());
      witness.add(cores, cores.generator());
    } else {
      witness.add(cores, OptionalInt.empty());
    }
    return witness;
  }

  private void add(CorePlan cores, OptionalInt core) {
    Sleeper sleeper = new Sleeper(cores, core);
    sleepers.add(sleeper);
    Thread thread = new Thread(sleeper, "fanout-pause-witness");
    thread.setDaemon(true);
    thread.start();
  }

  /** Forgets what it saw. */
  @Override
  public void reset() {
    sleepers.forEach(Sleeper::reset);
  }

  /** The longest pause of any core since {@link #reset}, one that lasts included. */
  @Override
  public long longestNanos() {
    return sleepers.stream().mapToLong(Sleeper::longestNanos).max().orElse(0);
  }

  @Override
  public void close() {
    sleepers.forEach(sleeper -> sleeper.closed = true);
  }

  private static final class Sleeper implements Runnable {
    private final CorePlan cores;
    private final OptionalInt core;
    private final AtomicLong longest = new AtomicLong();
    private volatile long asleepSince = System.nanoTime();
    private volatile long resetAt = System.nanoTime();
    private volatile boolean closed;

    Sleeper(CorePlan cores, OptionalInt core) {
      this.cores = cores;
      this.core = core;
    }

    @Override
    public void run() {
      threadId().ifPresent(id -> cores.moveThread(id, core));
      while (!closed) {
        long before = System.nanoTime();
        asleepSince = before;
        LockSupport.parkNanos(SLEEP_NANOS);
        longest.accumulateAndGet(overslept(before), Math::max);
      }
    }

    private static OptionalInt threadId() {
      try {
        Path link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
        return OptionalInt.of(Integer.parseInt(String.valueOf(link.getFileName())));
      } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
        return OptionalInt.empty(); // not Linux
      }
    }

    void reset() {
      resetAt = System.nanoTime();
      longest.set(0);
    }

    long longestNanos() {
      long unfinished = overslept(asleepSince); // before the others: it joins them when it ends
      return Math.max(0, Math.max(unfinished, longest.get()));
    }

    /** What of a sleep was too long, as far as it came after the reset. */
    private long overslept(long since) {
      long now = System.nanoTime();
      return Math.min(now - since - SLEEP_NANOS, now - resetAt);
    }
  }
}
