package dev.fanout.verdict;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.SteadyState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether the gateway had settled before it was measured, and whether the effect stayed the same
 * from look to look.
 */
public final class SteadyStateAudit {
  /** How far CPU per request may lie from the mean of the last windows, as a share of it. */
  public static final double CPU_TOLERANCE = 0.10;

  /** The same for the median response time. */
  public static final double P50_TOLERANCE = 0.02;

  /** Windows of one second that must be flat in a row. */
  public static final int WINDOWS = 3;

  private static final double ROUNDING = 1e-9;

  private SteadyStateAudit() {}

  /**
   * Whether the last {@value #WINDOWS} windows are flat (methodology, part 5). Windows without a
   * CPU reading are judged by their median alone.
   */
  public static boolean flat(List<SteadyState.Window> windows) {
    if (windows.size() < WINDOWS) {
      return false;
    }
    List<SteadyState.Window> last = windows.subList(windows.size() - WINDOWS, windows.size());
    boolean cpuKnown = last.stream().allMatch(w -> w.cpuPerRequestNanos().isPresent());
    return deviation(last, SteadyState.Window::p50Nanos) <= P50_TOLERANCE + ROUNDING
        && (!cpuKnown
            || deviation(last, w -> w.cpuPerRequestNanos().orElseThrow())
                <= CPU_TOLERANCE + ROUNDING);
  }

  static AuditResult audit(List<Replicate> replicates, List<LookOutcome> looks, List<String> rows) {
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    int gates = 0;
    int missed = 0;
    for (Replicate replicate : replicates) {
      for (SteadyState gate : replicate.steadyStates()) {
        gates++;
        if (!gate.reached() || !flat(gate.windows())) {
          missed++;
          evidence.add(
              Wording.format(
                  "replicate %d, %s: not flat after %.1f s",
                  replicate.slot() + 1, gate.variant(), gate.waitedNanos() / 1e9));
        }
      }
    }
    if (missed > 0) {
      failures.add(
          missed + " of " + Wording.count(gates, "warm-up") + " never came to a steady state");
    }
    for (String row : contradictions(looks, rows)) {
      failures.add("the effect on " + row + " did not stay the same from look to look");
    }
    if (gates == 0 && failures.isEmpty()) {
      return AuditResult.notDone(Audit.STEADY_STATE, "no warm-up was observed");
    }
    return AuditResult.of(
        Audit.STEADY_STATE,
        failures,
        "all " + Wording.count(gates, "warm-up") + " ended flat",
        evidence.stream().limit(10).toList());
  }

  private static List<String> contradictions(List<LookOutcome> looks, List<String> rows) {
    List<String> found = new ArrayList<>();
    if (!looks.isEmpty()) {
      List<RowLook> last = looks.get(looks.size() - 1).rows();
      for (int i = 0; i < last.size(); i++) {
        if (last.get(i).contradiction()) {
          found.add(rows.get(i));
        }
      }
    }
    return found;
  }

  private static double deviation(
      List<SteadyState.Window> windows, ToDoubleFunction<SteadyState.Window> value) {
    double mean = windows.stream().mapToDouble(value).average().orElseThrow();
    double largest = 0;
    for (SteadyState.Window window : windows) {
      largest = Math.max(largest, Math.abs(value.applyAsDouble(window) - mean));
    }
    return largest == 0 ? 0 : largest / mean;
  }
}
