package dev.fanout.verdict;

import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.SteadyState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Whether the gateway had settled before it was measured, and whether the effect stayed the same
 * from look to look.
 */
public final class SteadyStateAudit {
  /** How far CPU per request may lie from the mean of the last windows, as a share of it. */
  public static final double CPU_TOLERANCE = 0.10;

  /** The same for the median response time. */
  public static final double P50_TOLERANCE = 0.02;

  /** Windows that must be flat in a row. */
  public static final int WINDOWS = 3;

  private static final double ROUNDING = 1e-9;

  private SteadyStateAudit() {}

  /**
   * Whether a gateway is flat over its last {@value #WINDOWS} windows (methodology, part 5). A
   * window of one second is shared by the variants that the process serves, half each: the CPU per
   * request is judged on their mean, since it is the process that gets warm, and the median of each
   * variant by itself. Windows without a CPU reading are judged by their medians alone.
   *
   * @param variants the windows of each variant, equally many, in order
   */
  public static boolean flat(Collection<List<SteadyState.Window>> variants) {
    if (variants.isEmpty() || variants.stream().anyMatch(windows -> windows.size() < WINDOWS)) {
      return false;
    }
    List<List<SteadyState.Window>> last =
        variants.stream().map(all -> all.subList(all.size() - WINDOWS, all.size())).toList();
    for (List<SteadyState.Window> windows : last) {
      double[] medians = windows.stream().mapToDouble(SteadyState.Window::p50Nanos).toArray();
      if (deviation(medians) > P50_TOLERANCE + ROUNDING) {
        return false;
      }
    }
    boolean cpuKnown =
        last.stream().flatMap(List::stream).allMatch(w -> w.cpuPerRequestNanos().isPresent());
    return !cpuKnown || deviation(meanCpu(last)) <= CPU_TOLERANCE + ROUNDING;
  }

  private static double[] meanCpu(List<List<SteadyState.Window>> variants) {
    double[] means = new double[WINDOWS];
    for (List<SteadyState.Window> windows : variants) {
      for (int i = 0; i < WINDOWS; i++) {
        means[i] += windows.get(i).cpuPerRequestNanos().orElseThrow() / variants.size();
      }
    }
    return means;
  }

  static AuditResult audit(List<Replicate> replicates, List<LookOutcome> looks, List<String> rows) {
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    int gates = 0;
    int missed = 0;
    for (Replicate replicate : replicates) {
      List<SteadyState> states = replicate.steadyStates();
      if (states.isEmpty()) {
        continue;
      }
      gates++;
      boolean reached = states.stream().allMatch(SteadyState::reached);
      if (!reached || !flat(states.stream().map(SteadyState::windows).toList())) {
        missed++;
        evidence.add(
            Wording.format(
                "replicate %d: not flat after %.1f s",
                replicate.slot() + 1,
                states.stream().mapToLong(SteadyState::waitedNanos).max().orElse(0) / 1e9));
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

  /** The largest distance from the mean, as a share of it. */
  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value - mean));
    }
    return largest == 0 ? 0 : largest / mean;
  }
}
