package dev.fanout.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * One trial.
 *
 * @param target where connections go
 * @param hostHeader the Host header, whatever the target is
 * @param settling load before the window, sent and discarded
 * @param window requests whose intended start lies in it are the trial
 * @param randomSeed of arrivals, ids and the mix; the same plan draws the same requests at the same
 *     times
 */
public record TrialPlan(
    InetSocketAddress target,
    String hostHeader,
    LoadModel model,
    RequestMix mix,
    Duration settling,
    Duration window,
    long randomSeed,
    Limits limits) {

  /** More arrivals than this in one trial are refused: their schedule is held in memory. */
  public static final long MAX_ARRIVALS = 50_000_000;

  public TrialPlan {
    Objects.requireNonNull(mix, "mix");
    Objects.requireNonNull(limits, "limits");
    if (target.isUnresolved()) {
      throw new IllegalArgumentException("target " + target + " has no address");
    }
    if (!hostHeader.matches("[!-~]+")) {
      throw new IllegalArgumentException("host header '" + hostHeader + "' is not visible ASCII");
    }
    if (settling.isNegative() || settling.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("settling " + settling + " is not in 0..1 h");
    }
    if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException("window " + window + " is not in 1 ms..24 h");
    }
    if (model instanceof LoadModel.Open open) {
      double arrivals = open.ratePerSecond() * (settling.plus(window).toNanos() / 1e9);
      if (arrivals > MAX_ARRIVALS) {
        throw new IllegalArgumentException(
            (long) arrivals + " arrivals are more than " + MAX_ARRIVALS);
      }
    }
    if (model instanceof LoadModel.Closed closed && closed.ramp().compareTo(settling) > 0) {
      throw new IllegalArgumentException(
          "ramp " + closed.ramp() + " is longer than the settling " + settling);
    }
  }
}
