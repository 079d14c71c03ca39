package dev.fanout.experiment;

import dev.fanout.measurements.run.SteadyState.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides when a variant has warmed up: CPU per request and the median latency must be flat over
 * three windows in a row. Both are watched, since CPU may halve while latency hardly moves. CPU
 * that cannot be read is not asked for.
 */
final class SteadyStateGate {
  static final double CPU_TOLERANCE = 0.10;
  static final double MEDIAN_TOLERANCE = 0.02;
  static final int WINDOWS = 3;

  private final List<Window> windows = new ArrayList<>();

  void add(Window window) {
    windows.add(window);
  }

  /** At most the last three, oldest first. */
  List<Window> lastWindows() {
    return List.copyOf(windows.subList(Math.max(0, windows.size() - WINDOWS), windows.size()));
  }

  /** Whether the last three windows are flat; false before there are three. */
  boolean isOpen() {
    List<Window> last = lastWindows();
    double[] cpu =
        last.stream()
            .filter(window -> window.cpuPerRequestNanos().isPresent())
            .mapToDouble(window -> window.cpuPerRequestNanos().getAsDouble())
            .toArray();
    double[] medians = last.stream().mapToDouble(Window::p50Nanos).toArray();
    return last.size() == WINDOWS
        && largestDeviation(cpu) <= CPU_TOLERANCE
        && largestDeviation(medians) <= MEDIAN_TOLERANCE;
  }

  /** Largest distance from the mean, as a share of the mean; 0 without values. */
  private static double largestDeviation(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value - mean) / mean);
    }
    return largest;
  }
}
