package dev.fanout.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Plans as tests want them. */
final class Trial {
  static final long SEED = 20_261_124;

  private Trial() {}

  static TrialPlan plan(StubServer server, LoadModel model, RequestMix mix) {
    return plan(server.address(), model, mix, Duration.ofMillis(300), Limits.DEFAULT);
  }

  static TrialPlan plan(
      InetSocketAddress target, LoadModel model, RequestMix mix, Duration window, Limits limits) {
    return new TrialPlan(target, "stub", model, mix, Duration.ofMillis(100), window, SEED, limits);
  }

  /** One GET for each of so many APIs; any body will do. */
  static RequestMix gets(int apis) {
    return new RequestMix(
        IntStream.rangeClosed(1, apis)
            .mapToObj(
                i ->
                    RequestTemplate.get(
                        "svc" + i, "get", "/svc" + i + "/{id}", new BodyCheck.Anything()))
            .toList(),
        RequestMix.Selection.ROUND_ROBIN);
  }

  static RequestMix get() {
    return gets(1);
  }

  static List<LoadModel> bothModels() {
    return List.of(new LoadModel.Closed(4), new LoadModel.Open(400, 16));
  }
}
