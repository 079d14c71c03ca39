package dev.fanout.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One trial.
 *
 * @param target where connections go
 * @param hostHeader the Host header, whatever the target is; its host is the server name of TLS
 * @param settling load before the window, sent and discarded
 * @param window requests whose intended start lies in it are the trial
 * @param randomSeed of arrivals, ids and the mix; the same plan draws the same requests at the same
 *     times
 * @param tls empty for plain HTTP
 * @param mostPerSecond a cap on requests per second, whatever the model; a user of a closed model
 *     waits for its turn, an open model above the cap is refused
 */
public record TrialPlan(
    InetSocketAddress target,
    String hostHeader,
    LoadModel model,
    RequestMix mix,
    Duration settling,
    Duration window,
    long randomSeed,
    Limits limits,
    Optional<TlsOptions> tls,
    OptionalDouble mostPerSecond) {

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
    if (model instanceof LoadModel.Closed closed
        && closed.ramp().compareTo(settling.plus(window)) > 0) {
      throw new IllegalArgumentException(
          "ramp "
              + closed.ramp()
              + " is longer than settling and window, "
              + settling.plus(window));
    }
    if (mostPerSecond.isPresent()) {
      checkCap(model, mostPerSecond.getAsDouble());
    }
  }

  /** Plain HTTP without a cap. */
  public TrialPlan(
      InetSocketAddress target,
      String hostHeader,
      LoadModel model,
      RequestMix mix,
      Duration settling,
      Duration window,
      long randomSeed,
      Limits limits) {
    this(
        target,
        hostHeader,
        model,
        mix,
        settling,
        window,
        randomSeed,
        limits,
        Optional.empty(),
        OptionalDouble.empty());
  }

  private static void checkCap(LoadModel model, double cap) {
    if (!(cap > 0 && cap <= 1_000_000)) {
      throw new IllegalArgumentException("cap " + cap + " per second is not in (0, 1,000,000]");
    }
    if (model instanceof LoadModel.Open open
        && Math.max(open.ratePerSecond(), open.endRatePerSecond()) > cap) {
      throw new IllegalArgumentException(
          "rate "
              + Math.max(open.ratePerSecond(), open.endRatePerSecond())
              + " per second is above the cap of "
              + cap);
    }
  }
}
