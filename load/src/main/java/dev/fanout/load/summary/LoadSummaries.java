package dev.fanout.load.summary;

import dev.fanout.load.ApiResult;
import dev.fanout.load.Delay;
import dev.fanout.load.LoadModel;
import dev.fanout.load.StopReason;
import dev.fanout.load.TrialResult;
import dev.fanout.load.run.LoadResult;
import dev.fanout.load.run.LoadTrial;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** What our own engine measured, as a summary. */
public final class LoadSummaries {
  private LoadSummaries() {}

  public static LoadSummary of(LoadResult result) {
    return new LoadSummary(
        result.name(),
        "fanout, " + result.transport(),
        Duration.ofNanos(1_000),
        List.of(),
        result.startedAt(),
        result.endedAt(),
        OptionalLong.of(result.randomSeed()),
        result.stopped().map(StopReason::message),
        result.interrupted(),
        result.trials().stream().map(LoadSummaries::trial).toList());
  }

  private static TrialSummary trial(LoadTrial trial) {
    TrialResult result = trial.result();
    LoadModel model = trial.stage().model();
    SortedMap<String, Long> errors = new TreeMap<>();
    result.errors().forEach((kind, count) -> errors.put(name(kind), count));
    return new TrialSummary(
        trial.target().name(),
        trial.target().base().toString(),
        trial.stage().name(),
        describe(model),
        model instanceof LoadModel.Open,
        model instanceof LoadModel.Closed closed ? closed.mostVus() : 0,
        trial.startedAt(),
        Duration.ofNanos(result.windowNanos()),
        Double.isNaN(result.offeredRatePerSecond())
            ? OptionalDouble.empty()
            : OptionalDouble.of(result.offeredRatePerSecond()),
        result.requests(),
        result.passed(),
        errors,
        result.unstarted(),
        result.unfinished(),
        result.late(),
        result.meanInFlight(),
        result.responseTime(),
        result.serviceTime(),
        result.firstByte(),
        result.sendLag(),
        result.apis().stream().map(LoadSummaries::api).toList(),
        result.errorSamples().stream()
            .map(s -> name(s.kind()) + " " + s.target() + ": " + s.detail())
            .toList(),
        trial.selfCheck().warnings(),
        trial.cannotSee());
  }

  private static ApiSummary api(ApiResult api) {
    return new ApiSummary(
        api.apiId(), api.requests(), api.passed(), api.failed(), api.responseTime());
  }

  static String name(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A model in words. */
  public static String describe(LoadModel model) {
    if (model instanceof LoadModel.Open open) {
      boolean constant = open.ratePerSecond() == open.endRatePerSecond();
      return number(open.ratePerSecond())
          + (constant ? "" : " to " + number(open.endRatePerSecond()))
          + "/s, open, "
          + name(open.spacing());
    }
    LoadModel.Closed closed = (LoadModel.Closed) model;
    boolean constant = closed.startVus() == closed.vus();
    return (constant ? "" : closed.startVus() + " to ")
        + closed.vus()
        + (closed.vus() == 1 && constant ? " user, closed" : " users, closed")
        + delay(", think ", closed.think())
        + delay(", pace ", closed.pacing());
  }

  private static String delay(String word, Delay delay) {
    if (delay.isNone()) {
      return "";
    }
    if (delay instanceof Delay.Fixed fixed) {
      return word + time(fixed.delay());
    }
    if (delay instanceof Delay.Uniform uniform) {
      return word + time(uniform.least()) + "–" + time(uniform.most());
    }
    if (delay instanceof Delay.Exponential exponential) {
      return word + "exponential " + time(exponential.mean());
    }
    return word + "lognormal " + time(((Delay.LogNormal) delay).median());
  }

  private static String time(Duration duration) {
    return number(duration.toNanos() / 1e6) + " ms";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
  }
}
