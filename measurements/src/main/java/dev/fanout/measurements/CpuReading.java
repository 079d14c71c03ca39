package dev.fanout.measurements;

/**
 * CPU time of a process since it started, at one moment.
 *
 * @param atNanos when it was read, on {@link System#nanoTime}'s clock
 * @param workNanos user and system time of all threads but the JIT compilers'; never falls between
 *     two readings of one {@link ProcessCpu}
 * @param jitNanos the same of the JIT compiler threads; 0 when the threads cannot be told apart
 * @param byThread whether threads could be told apart. If not, {@code workNanos} holds the JIT
 *     compilers too and has the grain of the system's process times (10 ms on Linux)
 */
public record CpuReading(long atNanos, long workNanos, long jitNanos, boolean byThread) {
  public long totalNanos() {
    return workNanos + jitNanos;
  }
}
