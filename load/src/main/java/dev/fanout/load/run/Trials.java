package dev.fanout.load.run;

import dev.fanout.load.Limits;
import dev.fanout.load.TlsOptions;
import dev.fanout.load.TrialPlan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Makes a trial's plan of a stage and a target, or says why it must not be played. */
final class Trials {
  private Trials() {}

  /**
   * @param cap on requests per second
   */
  static TrialPlan plan(
      LoadTarget target,
      LoadStage stage,
      Limits limits,
      Safety safety,
      OptionalDouble cap,
      long randomSeed)
      throws LoadRefused {
    InetSocketAddress address = address(target, safety);
    Limits stricter =
        limits.withStopErrorShare(
            Math.min(limits.stopErrorShare(), safety.stopErrorShare().orElse(1)));
    return refusing(
        () ->
            new TrialPlan(
                address,
                target.hostHeader(),
                stage.model(),
                target.mix(),
                stage.settling(),
                stage.window(),
                randomSeed,
                stricter,
                target.secure() ? Optional.of(target.tls()) : Optional.empty(),
                cap));
  }

  private static InetSocketAddress address(LoadTarget target, Safety safety) throws LoadRefused {
    InetAddress host;
    try {
      host = InetAddress.getByName(target.host());
    } catch (UnknownHostException e) {
      throw new LoadRefused("target " + target.name() + ": no host " + target.host(), e);
    }
    if (!host.isLoopbackAddress()) {
      if (!safety.allowRemote()) {
        throw new LoadRefused(
            "target "
                + target.name()
                + ", "
                + target.host()
                + ", is not this machine; a load on others must be allowed in so many words");
      }
      if (target.secure() && target.tls().equals(TlsOptions.INSECURE)) {
        throw new LoadRefused(
            "target "
                + target.name()
                + ", "
                + target.host()
                + ", is not this machine, so its certificate must be verified");
      }
    }
    return new InetSocketAddress(host, target.port());
  }

  /** What a record's constructor says against its values, as a refusal. */
  static <T> T refusing(Supplier<T> made) throws LoadRefused {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new LoadRefused(String.valueOf(e.getMessage()), e);
    }
  }
}
