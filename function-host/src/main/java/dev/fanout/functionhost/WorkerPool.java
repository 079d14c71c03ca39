package dev.fanout.functionhost;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run functions, which block. The thread that became free last works next, so that few
 * of them stay warm; one more is started only when none is free. Past {@code maxThreads} work
 * waits, past {@code maxWaiting} it is refused.
 */
final class WorkerPool implements AutoCloseable {
  private final int maxThreads;
  private final int maxWaiting;
  private final ArrayDeque<Worker> idle = new ArrayDeque<>();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int threads;
  private boolean closed;

  WorkerPool(int maxThreads, int maxWaiting) {
    this.maxThreads = maxThreads;
    this.maxWaiting = maxWaiting;
  }

  /** False when the pool and its queue are full or closed. */
  boolean submit(Runnable task) {
    Worker worker;
    synchronized (idle) {
      if (closed) {
        return false;
      }
      worker = idle.pollLast();
      if (worker == null && threads == maxThreads) {
        return waiting.size() < maxWaiting && waiting.add(task);
      }
      if (worker == null) {
        new Worker(task, ++threads).start();
        return true;
      }
    }
    worker.give(task);
    return true;
  }

  /** Most threads that ever ran at once. */
  int threads() {
    synchronized (idle) {
      return threads;
    }
  }

  /** The next task, or null after the worker was noted as idle. */
  private @Nullable Runnable next(Worker worker) {
    synchronized (idle) {
      Runnable task = waiting.poll();
      if (task == null) {
        idle.addLast(worker);
      }
      return task;
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(Thread::interrupt);
    }
  }

  private final class Worker extends Thread {
    private volatile @Nullable Runnable given;

    Worker(Runnable first, int number) {
      super(null, null, "fanout-function-" + number, 256 * 1024);
      setDaemon(true);
      given = first;
    }

    void give(Runnable task) {
      given = task;
      LockSupport.unpark(this);
    }

    @Override
    public void run() {
      Runnable task = take();
      while (task != null) {
        task.run();
        task = next(this);
        if (task == null) {
          task = take();
        }
      }
    }

    /** Null when the pool was closed meanwhile. */
    private @Nullable Runnable take() {
      Runnable task = given;
      while (task == null) {
        if (Thread.interrupted() && isClosed()) {
          return null;
        }
        LockSupport.park(WorkerPool.this);
        task = given;
      }
      given = null;
      return task;
    }
  }

  private boolean isClosed() {
    synchronized (idle) {
      return closed;
    }
  }
}
