package dev.fanout.load.run;

import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.SingleRequest;
import dev.fanout.load.TrialPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** One request to each operation, in the order of the mix, one after another. */
public final class SmokeRun {
  private static final LoadStage STAGE =
      new LoadStage("smoke", new LoadModel.Closed(1), Duration.ZERO, Duration.ofSeconds(1));

  private SmokeRun() {}

  /**
   * @param listener hears each answer as it comes
   * @throws LoadRefused when the target may not be called or is not known
   */
  public static List<SmokeAnswer> run(
      LoadTarget target, Limits limits, Safety safety, Consumer<SmokeAnswer> listener)
      throws LoadRefused {
    TrialPlan plan = Trials.plan(target, STAGE, limits, safety, OptionalDouble.empty(), 0);
    SingleRequest request = Trials.refusing(() -> new SingleRequest(plan));
    List<RequestTemplate> templates = target.mix().templates();
    List<SmokeAnswer> answers = new java.util.ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      SingleRequest.Answer answer = request.send(i);
      SmokeAnswer named =
          new SmokeAnswer(
              templates.get(i).apiId(),
              templates.get(i).operationId(),
              templates.get(i).method(),
              answer.target(),
              answer.error(),
              answer.detail(),
              answer.status(),
              answer.time());
      answers.add(named);
      listener.accept(named);
      if (answer.error().equals(Optional.of(dev.fanout.load.ErrorKind.CONNECT))) {
        break;
      }
    }
    return answers;
  }

  public static List<SmokeAnswer> run(LoadTarget target, Limits limits, Safety safety)
      throws LoadRefused {
    return run(target, limits, safety, answer -> {});
  }
}
