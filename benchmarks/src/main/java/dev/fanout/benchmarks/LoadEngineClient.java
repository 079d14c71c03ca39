package dev.fanout.benchmarks;

import dev.fanout.load.BodyCheck;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TlsOptions;
import dev.fanout.load.run.LoadListener;
import dev.fanout.load.run.LoadPlan;
import dev.fanout.load.run.LoadResult;
import dev.fanout.load.run.LoadRun;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.run.Output;
import dev.fanout.load.run.Safety;
import dev.fanout.load.run.TrialStart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * fanout's side of {@link LoadEngines}: closed load on 30 APIs with drawn ids and everything
 * recorded, files each second too. Arguments: URL, folder, seconds of the first stage, seconds of
 * the others, then the users of each stage.
 */
public final class LoadEngineClient {
  private static final int APIS = 30;

  private LoadEngineClient() {}

  public static void main(String[] arguments) throws Exception {
    List<LoadStage> stages = new ArrayList<>();
    for (int i = 4; i < arguments.length; i++) {
      int users = Integer.parseInt(arguments[i]);
      long seconds = Long.parseLong(arguments[i == 4 ? 2 : 3]);
      stages.add(
          new LoadStage(
              "vus" + users,
              new LoadModel.Closed(users),
              Duration.ZERO,
              Duration.ofSeconds(seconds)));
    }
    RequestMix mix =
        new RequestMix(
            IntStream.rangeClosed(1, APIS)
                .mapToObj(
                    i ->
                        RequestTemplate.get(
                            "svc" + i,
                            "get",
                            "/svc" + i + "/v1/resource/{id}",
                            new BodyCheck.Anything()))
                .toList(),
            RequestMix.Selection.UNIFORM);
    LoadPlan plan =
        new LoadPlan(
            "load-engines",
            List.of(
                new LoadTarget(
                    "A", URI.create(arguments[0]), mix, TlsOptions.DEFAULT, Map.of())),
            stages,
            Limits.DEFAULT,
            Safety.LOOPBACK_ONLY,
            Output.in(Path.of(arguments[1])),
            1,
            LoadRunnerOptions.DEFAULT);
    LoadListener telling =
        new LoadListener() {
          @Override
          public void trialStarted(TrialStart start) {
            System.out.println(start.stage().name());
          }
        };
    LoadResult result = LoadRun.start(plan, telling).await();
    result.stopped().ifPresent(reason -> System.err.println(reason.message()));
  }
}
