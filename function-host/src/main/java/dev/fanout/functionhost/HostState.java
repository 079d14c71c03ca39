package dev.fanout.functionhost;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the connections of one host share. */
final class HostState {
  final FunctionRouter router;
  final WorkerPool workers;
  final int maxBodyBytes;
  final boolean timed;
  final @Nullable InstanceFleet fleet;
  final AtomicLong requests = new AtomicLong();
  final AtomicLong refused = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final AtomicLong connectionsOpened = new AtomicLong();
  final AtomicLong connectionsOpen = new AtomicLong();

  /**
   * @param router of the one instance, or of the first
   * @param fleet null: one instance without a limit
   */
  HostState(
      FunctionRouter router,
      WorkerPool workers,
      int maxBodyBytes,
      boolean timed,
      @Nullable InstanceFleet fleet) {
    this.fleet = fleet;
    this.router = router;
    this.workers = workers;
    this.maxBodyBytes = maxBodyBytes;
    this.timed = timed;
  }

  HostCounters counters() {
    return new HostCounters(
        requests.get(),
        refused.get(),
        failed.get(),
        connectionsOpened.get(),
        connectionsOpen.get());
  }
}
