package dev.fanout.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides when a gateway has warmed up: CPU per request and the median latency of each variant must
 * be flat over three windows in a row. Both are watched, since CPU may halve while latency hardly
 * moves.
 */
final class SteadyState {
  static final double CPU_TOLERANCE = 0.10;
  static final double MEDIAN_TOLERANCE = 0.02;
  static final int WINDOWS = 3;

  private final List<Window> windows = new ArrayList<>();

  /** One window of both variants. */
  record Window(
      double cpuNanosPerRequestA,
      double cpuNanosPerRequestB,
      double medianNanosA,
      double medianNanosB) {}

  void add(Window window) {
    windows.add(window);
  }

  int size() {
    return windows.size();
  }

  List<Window> lastWindows() {
    return List.copyOf(windows.subList(Math.max(0, windows.size() - WINDOWS), windows.size()));
  }

  /** Whether the last three windows are flat; false before there are three. */
  boolean reached() {
    return windows.size() >= WINDOWS
        && cpuDeviation() <= CPU_TOLERANCE
        && medianDeviation() <= MEDIAN_TOLERANCE;
  }

  /** Largest distance from the mean over the last windows, as a share of the mean. */
  double cpuDeviation() {
    return Math.max(
        deviation(lastWindows().stream().mapToDouble(Window::cpuNanosPerRequestA).toArray()),
        deviation(lastWindows().stream().mapToDouble(Window::cpuNanosPerRequestB).toArray()));
  }

  double medianDeviation() {
    return Math.max(
        deviation(lastWindows().stream().mapToDouble(Window::medianNanosA).toArray()),
        deviation(lastWindows().stream().mapToDouble(Window::medianNanosB).toArray()));
  }

  private static double deviation(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value - mean));
    }
    return largest / mean;
  }
}
