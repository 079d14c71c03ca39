package dev.fanout.load.plan;

import dev.fanout.load.BodyCheck;
import dev.fanout.load.Delay;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TlsOptions;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan without a file: one URL, or a base URL and the operations of a catalog. */
public final class UrlPlan {
  private UrlPlan() {}

  /** The levels of load that a command line asks for. */
  public static List<LoadStage> closed(
      List<Integer> users, Duration pace, Duration settling, Duration window) {
    Delay pacing = pace.isZero() ? Delay.NONE : new Delay.Fixed(pace);
    List<LoadStage> stages = new ArrayList<>();
    for (int count : users) {
      LoadModel model = new LoadModel.Closed(count, count, Duration.ZERO, Delay.NONE, pacing);
      stages.add(new LoadStage(StageReader.defaultName(model), model, settling, window));
    }
    return stages;
  }

  /** The same, as arrivals per second. */
  public static List<LoadStage> open(
      List<Double> rates, int maxInFlight, Duration settling, Duration window) {
    List<LoadStage> stages = new ArrayList<>();
    for (double rate : rates) {
      LoadModel model = new LoadModel.Open(rate, maxInFlight);
      stages.add(new LoadStage(StageReader.defaultName(model), model, settling, window));
    }
    return stages;
  }

  /** One request to one URL; a number is drawn for {@code {id}} in its path. */
  public static RequestTemplate request(
      TargetUrl url,
      String method,
      List<Map.Entry<String, String>> headers,
      String body,
      Set<Integer> statuses) {
    String path = url.path().isEmpty() ? "/" : url.path();
    return new RequestTemplate(
        "url",
        method + " " + path,
        method,
        path,
        headers,
        body,
        statuses,
        new BodyCheck.Anything());
  }

  /**
   * @throws IllegalArgumentException with a text for users
   */
  public static LoadSpec of(
      TargetUrl url,
      List<RequestTemplate> requests,
      TlsOptions tls,
      List<LoadStage> stages,
      long randomSeed) {
    RequestMix mix = new RequestMix(requests, RequestMix.Selection.ROUND_ROBIN);
    LoadTarget target = new LoadTarget("target", url.base(), mix, tls, Map.of());
    return new LoadSpec(
        url.base().toString(),
        List.of(target),
        stages,
        Limits.DEFAULT,
        randomSeed,
        LoadRunnerOptions.DEFAULT,
        List.of());
  }
}
