package dev.fanout.functionhost;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a backend that scales out, and the requests that wait for one. Belongs to one
 * event loop; only {@link #served} and {@link #active} may be asked from elsewhere.
 */
final class InstanceFleet {
  /** A break shorter than this part of the model's time does not count. */
  private static final int BREAK_SHARE = 10;

  private final List<Instance> instances;
  private final ScalingModel model;
  private final int mostWaiting;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Consumer<Instance>> waiting = new ArrayDeque<>();
  private volatile int active = 1;
  private boolean handingOut;
  private boolean overloaded;
  private long overloadedSince;
  private long emptySince;

  /**
   * @param instances as many as the model has at most; they answer in this order
   * @param mostWaiting requests beyond it are refused
   */
  InstanceFleet(
      List<Instance> instances, ScalingModel model, int mostWaiting, LongSupplier nanoTime) {
    this.instances = List.copyOf(instances);
    this.model = model;
    this.mostWaiting = mostWaiting;
    this.nanoTime = nanoTime;
  }

  /** One instance: its own classes of the functions, with its own name in their environment. */
  static final class Instance {
    private final String id;
    private final FunctionRouter router;
    private final AtomicLong served = new AtomicLong();
    private int running;

    Instance(String id, FunctionRouter router) {
      this.id = id;
      this.router = router;
    }

    FunctionRouter router() {
      return router;
    }
  }

  /**
   * Hands the work to an instance, at once or when one is free; whoever gets it calls {@link
   * #release} when it is done. False when too many wait.
   */
  boolean submit(Consumer<Instance> work) {
    grow();
    Instance free = waiting.isEmpty() ? free() : null;
    if (free != null) {
      start(free, work);
      return true;
    }
    if (waiting.size() >= mostWaiting) {
      return false;
    }
    if (waiting.isEmpty()) {
      long now = nanoTime.getAsLong();
      if (!overloaded || now - emptySince > model.scaleAfter().toNanos() / BREAK_SHARE) {
        overloadedSince = now;
      }
      overloaded = true;
    }
    waiting.add(work);
    return true;
  }

  /** The instance has answered. */
  void release(Instance instance) {
    instance.running--;
    if (handingOut) {
      return; // work that was done at once; the loop below goes on
    }
    grow();
    boolean someWaited = !waiting.isEmpty();
    handingOut = true;
    Instance free = free();
    while (free != null && !waiting.isEmpty()) {
      start(free, waiting.remove());
      free = free();
    }
    handingOut = false;
    if (someWaited && waiting.isEmpty()) {
      emptySince = nanoTime.getAsLong();
    }
  }

  /** How many instances answer now. */
  int active() {
    return active;
  }

  /** Requests that each active instance has begun. */
  Map<String, Long> served() {
    Map<String, Long> counts = new TreeMap<>();
    for (Instance instance : instances.subList(0, active)) {
      counts.put(instance.id, instance.served.get());
    }
    return counts;
  }

  private void start(Instance instance, Consumer<Instance> work) {
    instance.running++;
    instance.served.incrementAndGet();
    work.accept(instance);
  }

  private void grow() {
    if (!waiting.isEmpty() && active < instances.size()) {
      long now = nanoTime.getAsLong();
      if (now - overloadedSince >= model.scaleAfter().toNanos()) {
        active++;
        overloadedSince = now;
      }
    }
  }

  /** The active instance that does least, if it may do more. */
  private @Nullable Instance free() {
    Instance least = instances.get(0);
    for (int i = 1; i < active; i++) {
      if (instances.get(i).running < least.running) {
        least = instances.get(i);
      }
    }
    return least.running < model.concurrency() ? least : null;
  }
}
