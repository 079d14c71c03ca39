package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.experiment.Fakes.FakeLoad;
import dev.fanout.experiment.Fakes.FakeTarget;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.VariantLabel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
  private static final WarmUp.Settings WARM_UP =
      new WarmUp.Settings(Duration.ofSeconds(1), 8, Duration.ofSeconds(1), Duration.ofSeconds(9));

  @TempDir Path folder;

  private final FakeTarget target = new FakeTarget();
  private final FakeLoad load = new FakeLoad(target);
  private StopSignal signal;

  @BeforeEach
  void onTheThreadOfTheRun() {
    signal = new StopSignal();
  }

  private static UpstreamEquality differing(int operations) {
    UpstreamEquality.Difference difference =
        new UpstreamEquality.Difference(
            "orders", "get", "GET /orders/1", List.of("path"), "/a/1", "/b/1", "trace");
    return new UpstreamEquality(1, operations, operations == 0 ? List.of() : List.of(difference));
  }

  private String run(UpstreamEquality equality, Experiment.Settings settings) throws Exception {
    Prepared.Side side =
        new Prepared.Side("per-api", folder, "a", Fakes.mix("orders"), Optional.empty(), List.of());
    Prepared prepared =
        new Prepared(
            side, side, new EstateSummary(1, 1, List.of()), equality, Optional.empty(), List.of());
    RunFile file = RunFile.create(folder, Fakes.run(Fakes.planOfShares(2)));
    return new Experiment(
            settings,
            prepared,
            target,
            load,
            LoadMeter.PauseSource.NONE,
            file,
            TrialRunner.TrialLog.NONE,
            signal,
            RunEvents.NONE,
            Clock.systemUTC())
        .run();
  }

  private static Experiment.Settings settings(boolean measureAnyway, InjectionSpec... injections) {
    return new Experiment.Settings(
        List.of(injections),
        Optional.empty(),
        true,
        measureAnyway,
        false,
        Duration.ofSeconds(1),
        WARM_UP,
        Duration.ZERO);
  }

  @Test
  void learns_what_it_needs_on_a_process_that_is_thrown_away() throws Exception {
    run(differing(0), settings(false));
    assertThat(target.events).startsWith("start A", "A 1200.0/s", "B 1200.0/s", "A closed");
    assertThat(target.events.subList(0, target.events.indexOf("stop"))).doesNotContain("start B");
    Run run = RunReader.read(folder);
    // 50 µs of CPU for each request: 85 % of a core are 17,000 requests per second
    assertThat(run.capacity().orElseThrow().ratePerSecond()).isBetween(16_990.0, 17_010.0);
    assertThat(run.smokeTest().orElseThrow().failed()).isZero();
    assertThat(run.replicates()).hasSize(2);
  }

  @Test
  void rates_are_on_disk_before_the_first_trial() throws Exception {
    run(differing(0), settings(false));
    assertThat(RunReader.read(folder).plan().stages())
        .extracting(stage -> ((StageLoad.Open) stage.load()).ratePerSecond().orElse(0))
        .satisfiesExactly(
            low -> assertThat(low).isBetween(1_699.0, 1_701.0),
            top -> assertThat(top).isBetween(10_190.0, 10_210.0));
  }

  @Nested
  class WhenTheVariantsDifferUpstream {
    @Test
    void the_backend_is_asked_and_nothing_is_measured() throws Exception {
      String why = run(differing(1), settings(false));
      assertThat(target.events).containsExactly("start A", "A 1200.0/s", "B 1200.0/s", "stop");
      assertThat(why)
          .startsWith("not measured, since the variants send different upstream requests")
          .endsWith("--measure-anyway goes on");
      assertThat(RunReader.read(folder).upstreamEquality().orElseThrow().differing()).isEqualTo(1);
    }

    @Test
    void who_wants_it_measured_gets_it_measured() throws Exception {
      run(differing(1), settings(true));
      assertThat(RunReader.read(folder).replicates()).hasSize(2);
    }
  }

  @Nested
  class WithAnInjection {
    @Test
    void a_share_of_cpu_becomes_a_time_and_the_capacity_pays_for_it() throws Exception {
      run(differing(0), settings(false, InjectionSpec.parse("B:cpu+25%")));
      assertThat(target.events).contains("start B [B:cpu+12500ns]");
      assertThat(target.events).startsWith("start A", "A 1200.0/s");
      // 17,000 per second at 50 µs each are 13,600 at 62.5 µs
      assertThat(RunReader.read(folder).capacity().orElseThrow().ratePerSecond())
          .isBetween(13_590.0, 13_610.0);
    }
  }

  @Nested
  class WhenTheSmokeTestFails {
    @Test
    void the_run_ends_with_the_first_failure_and_is_kept() {
      load.failFrom = "A 1200.0/s";
      assertThatThrownBy(() -> run(differing(0), settings(false)))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageStartingWith("the smoke test failed for ")
          .hasMessageContaining("A: 127.0.0.1 answers with status 404");
      assertThat(RunReader.read(folder).smokeTest().orElseThrow().failed()).isPositive();
    }
  }

  @Nested
  class WhenTheUserStopsIt {
    @Test
    void what_was_measured_is_on_disk() throws Exception {
      Thread run = Thread.currentThread();
      target.onStart =
          starts -> {
            if (starts == 3) {
              signal.ask();
            }
          };
      assertThatThrownBy(() -> run(differing(0), settings(false)))
          .isInstanceOf(InterruptedException.class);
      assertThat(run.isInterrupted()).isFalse();
      assertThat(RunReader.read(folder).replicates()).hasSize(1);
    }
  }

  @Test
  void one_variant_alone_is_measured_once() throws Exception {
    Experiment.Settings one =
        new Experiment.Settings(
            List.of(),
            Optional.of(VariantLabel.A),
            true,
            false,
            false,
            Duration.ofSeconds(1),
            WARM_UP,
            Duration.ZERO);
    assertThat(run(differing(1), one))
        .isEqualTo("one variant was measured, once, and nothing is compared");
    assertThat(RunReader.read(folder).replicates()).hasSize(1);
  }
}
