package dev.fanout.experiment;

import dev.fanout.measurements.run.VariantLabel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault on purpose, to see whether a run finds it: {@code B:+1ms} holds every request of variant
 * B back, {@code B:cpu+25%} keeps the gateway's thread busy for a quarter of what a request costs
 * without it, {@code B:cpu+12us} for that long.
 *
 * @param text as the user wrote it
 * @param delay for a delay
 * @param busy for a busy time that is known
 * @param cpuPercent for a busy time that is a share of the CPU time of a request
 */
public record InjectionSpec(
    String text,
    VariantLabel variant,
    Optional<Duration> delay,
    Optional<Duration> busy,
    OptionalDouble cpuPercent) {
  private static final Pattern FORM =
      Pattern.compile("([ABab]):(cpu)?\\+(\\d{1,9}(?:\\.\\d{1,6})?)(ns|us|µs|ms|s|%)");
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public InjectionSpec {
    if (delay.isPresent() == (busy.isPresent() || cpuPercent.isPresent())) {
      throw new IllegalArgumentException("'" + text + "' is neither a delay nor a busy time");
    }
  }

  /**
   * @throws IllegalArgumentException with a text for users
   */
  public static InjectionSpec parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an injection like B:+1ms, B:cpu+25% or B:cpu+12us");
    }
    VariantLabel variant = matcher.group(1).equalsIgnoreCase("A") ? VariantLabel.A : VariantLabel.B;
    boolean cpu = matcher.group(2) != null;
    BigDecimal number = new BigDecimal(matcher.group(3));
    if (matcher.group(4).equals("%")) {
      if (!cpu || number.signum() == 0 || number.intValue() > 1_000) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "': a percentage is one of CPU time, above 0 and at most 1000 (B:cpu+25%)");
      }
      return new InjectionSpec(
          text,
          variant,
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.of(number.doubleValue()));
    }
    Duration time = Duration.ofNanos(number.multiply(nanosPer(matcher.group(4))).longValue());
    if (time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'" + text + "' is not above 0 and at most 1 min");
    }
    return new InjectionSpec(
        text,
        variant,
        cpu ? Optional.empty() : Optional.of(time),
        cpu ? Optional.of(time) : Optional.empty(),
        OptionalDouble.empty());
  }

  /** Whether the CPU time of a request must be known before the gateway can be told. */
  public boolean needsCpuPerRequest() {
    return cpuPercent.isPresent();
  }

  /**
   * The same with a percentage turned into a time.
   *
   * @param cpuNanosPerRequest what a request of the variant costs without the injection
   */
  public InjectionSpec withCpuPerRequest(double cpuNanosPerRequest) {
    if (cpuPercent.isEmpty()) {
      return this;
    }
    long nanos = Math.round(cpuNanosPerRequest * cpuPercent.getAsDouble() / 100);
    return new InjectionSpec(
        text,
        variant,
        Optional.empty(),
        Optional.of(Duration.ofNanos(Math.max(1, nanos))),
        OptionalDouble.empty());
  }

  /**
   * As {@code fanout gateway --inject} takes it, in whole nanoseconds: {@code B:+1000000ns}, {@code
   * B:cpu+12500ns}.
   *
   * @throws IllegalStateException a percentage was not turned into a time yet
   */
  public String gatewayArgument() {
    if (delay.isPresent()) {
      return variant + ":+" + delay.get().toNanos() + "ns";
    }
    return variant
        + ":cpu+"
        + busy.orElseThrow(() -> new IllegalStateException(text + " has no time yet")).toNanos()
        + "ns";
  }

  private static BigDecimal nanosPer(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1;
          case "us", "µs" -> 1_000;
          case "ms" -> 1_000_000;
          default -> 1_000_000_000;
        });
  }
}
