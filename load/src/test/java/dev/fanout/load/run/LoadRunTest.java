package dev.fanout.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.ErrorKind;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TlsOptions;
import dev.fanout.measurements.HistogramEntry;
import dev.fanout.measurements.HistogramLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LoadRunTest {
  private static NullServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void startServer() {
    server = NullServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Nested
  class StagesAndTargets {
    @Test
    void are_played_in_turn_and_told_as_they_happen() throws Exception {
      List<String> heard = new ArrayList<>();
      LoadListener listener =
          new LoadListener() {
            @Override
            public void trialStarted(TrialStart start) {
              heard.add(
                  start.number()
                      + "/"
                      + start.trials()
                      + " "
                      + start.stage().name()
                      + " "
                      + start.target().name());
            }

            @Override
            public void interval(Interval interval) {
              heard.add("interval " + interval.stage() + " " + interval.target());
            }

            @Override
            public void trialEnded(LoadTrial trial) {
              heard.add("end " + trial.stage().name() + " " + trial.target().name());
            }
          };
      LoadResult result =
          LoadRun.start(plan(List.of(open("s1"), closed("s2")), Output.NONE), listener).await();

      assertThat(heard.stream().distinct())
          .containsExactly(
              "1/4 s1 A",
              "interval s1 A",
              "end s1 A",
              "2/4 s1 B",
              "interval s1 B",
              "end s1 B",
              "3/4 s2 A",
              "interval s2 A",
              "end s2 A",
              "4/4 s2 B",
              "interval s2 B",
              "end s2 B");
      assertThat(result.stopped()).isEmpty();
      assertThat(result.interrupted()).isFalse();
      assertThat(result.transport()).isIn("epoll", "nio");
      assertThat(result.trials()).hasSize(4);
      for (LoadTrial trial : result.trials()) {
        assertThat(trial.result().passed()).isEqualTo(trial.result().requests()).isPositive();
        assertThat(trial.judgedLatency().getTotalCount()).isEqualTo(trial.result().passed());
      }
      // The same stage draws the same arrivals for every target.
      assertThat(result.trials().get(0).result().requests())
          .isEqualTo(result.trials().get(1).result().requests());
    }

    @Test
    void only_closed_ones_say_what_they_cannot_see() throws Exception {
      LoadResult result =
          LoadRun.start(plan(List.of(open("o"), closed("c")), Output.NONE), LoadListener.NONE)
              .await();

      assertThat(result.trials().get(0).cannotSee()).isEmpty();
      assertThat(result.trials().get(2).cannotSee().orElseThrow()).contains("each of 3 users");
    }

    @Test
    void check_the_generator_and_the_named_processes() throws Exception {
      LoadTarget watched =
          new LoadTarget(
              "A",
              base(),
              mix(2),
              TlsOptions.DEFAULT,
              Map.of("self", ProcessHandle.current().pid(), "gone", Long.MAX_VALUE / 2));
      LoadPlan plan =
          new LoadPlan(
              "watched",
              List.of(watched),
              List.of(open("s")),
              Limits.DEFAULT,
              Safety.LOOPBACK_ONLY,
              Output.NONE,
              1,
              LoadRunnerOptions.DEFAULT);
      SelfCheck check = LoadRun.start(plan, LoadListener.NONE).await().trials().get(0).selfCheck();

      assertThat(check.loopLag().getTotalCount()).isPositive();
      assertThat(check.generatorCores().orElseThrow()).isPositive();
      assertThat(check.busiestLoop().orElseThrow()).isPositive().isLessThan(1.1);
      assertThat(check.processCores().get("self")).isPositive();
      assertThat(check.warnings()).contains("the CPU time of process gone could not be read");
      assertThat(check.requestsOnReusedSockets()).isPositive();
    }

    @Test
    void a_trial_that_stops_ends_the_run() throws Exception {
      URI nobody;
      try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
      }
      LoadPlan plan =
          new LoadPlan(
              "dead",
              List.of(target("A", nobody), target("B", base())),
              List.of(open("s")),
              Limits.DEFAULT,
              Safety.LOOPBACK_ONLY,
              Output.NONE,
              1,
              LoadRunnerOptions.DEFAULT);
      LoadResult result = LoadRun.start(plan, LoadListener.NONE).await();

      assertThat(result.trials()).hasSize(1);
      assertThat(result.stopped().orElseThrow().kind()).isEqualTo(ErrorKind.CONNECT);
    }

    @Test
    void stop_ends_the_trial_at_once_and_keeps_what_there_is() throws Exception {
      LoadStage hour =
          new LoadStage("hour", new LoadModel.Closed(2), Duration.ZERO, Duration.ofHours(1));
      LoadRun[] run = new LoadRun[1];
      LoadListener stopping =
          new LoadListener() {
            @Override
            public void interval(Interval interval) {
              run[0].stop();
            }
          };
      synchronized (run) {
        run[0] = LoadRun.start(plan(List.of(hour), Output.NONE), stopping);
      }
      LoadResult result = run[0].await();

      assertThat(result.interrupted()).isTrue();
      assertThat(result.trials()).hasSize(1);
      assertThat(result.trials().get(0).result().passed()).isPositive();
      assertThat(result.trials().get(0).result().windowNanos())
          .isLessThan(Duration.ofMinutes(1).toNanos());
    }
  }

  @Nested
  class TheFiles {
    @Test
    void hold_each_second_and_the_whole_alike() throws Exception {
      Output output = new Output(Optional.of(folder), OptionalLong.of(50));
      LoadResult result =
          LoadRun.start(plan(List.of(open("s1")), output), LoadListener.NONE).await();

      Histogram whole = result.trials().get(0).result().responseTime();
      Histogram seconds = new Histogram(whole);
      HistogramLog log = HistogramLog.read(folder.resolve(Output.INTERVAL_HISTOGRAMS));
      for (HistogramEntry entry : log.entries()) {
        if (entry.tag().toString().equals("A/s1/1/responseTime")) {
          seconds.add(entry.histogram());
        }
      }
      assertThat(log.unreadableLines()).isZero();
      assertThat(seconds.getTotalCount()).isEqualTo(whole.getTotalCount());
      assertThat(seconds.getValueAtPercentile(99)).isEqualTo(whole.getValueAtPercentile(99));
      assertThat(log.entries())
          .extracting(entry -> entry.tag().toString())
          .contains("A/s1/1/serviceTime", "A/s1/1/firstByte", "A/s1/1/sendLag")
          .contains("A/s1/1/responseTime/svc1", "B/s1/1/responseTime/svc2");

      HistogramLog trials = HistogramLog.read(folder.resolve(Output.TRIAL_HISTOGRAMS));
      long ofApis =
          trials.entries().stream()
              .filter(e -> e.tag().variant().equals("A") && e.tag().api().isPresent())
              .mapToLong(e -> e.histogram().getTotalCount())
              .sum();
      assertThat(ofApis).isEqualTo(whole.getTotalCount());

      List<String> lines = Files.readAllLines(folder.resolve(Output.INTERVALS));
      assertThat(lines.get(0))
          .startsWith("{\"schema\":1,")
          .contains("\"transport\":\"" + result.transport() + "\"")
          .contains("\"stages\":[{\"name\":\"s1\",\"model\":\"open\"");
      assertThat(lines).allSatisfy(LoadRunTest::isJson);

      List<String> rows = Files.readAllLines(folder.resolve(Output.REQUESTS));
      assertThat(rows).hasSize(51);
      assertThat(rows.get(1)).matches("A,s1,svc[12],get,\\d+,\\d+,\\d+,\\d+,\\d+,200,");
    }

    @Test
    void are_never_written_over() throws Exception {
      Files.createFile(folder.resolve(Output.TRIAL_HISTOGRAMS));

      assertThatThrownBy(
              () -> LoadRun.start(plan(List.of(open("s")), Output.in(folder)), LoadListener.NONE))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessageContaining(Output.TRIAL_HISTOGRAMS);
    }
  }

  @Nested
  class APlanThatMustNotBePlayed {
    @Test
    void goes_to_another_machine_without_leave() {
      assertRefused(URI.create("http://192.0.2.1"), Safety.LOOPBACK_ONLY, "is not this machine");
    }

    @Test
    void goes_to_another_machine_that_it_does_not_verify() {
      LoadTarget trusting =
          new LoadTarget(
              "A", URI.create("https://192.0.2.1"), mix(1), TlsOptions.INSECURE, Map.of());

      assertThatThrownBy(() -> SmokeRun.run(trusting, Limits.DEFAULT, Safety.remote(10)))
          .isInstanceOf(LoadRefused.class)
          .hasMessageContaining("certificate must be verified");
    }

    @Test
    void has_no_cap_for_another_machine() {
      assertThatThrownBy(
              () ->
                  new Safety(
                      true, java.util.OptionalDouble.empty(), java.util.OptionalDouble.empty()))
          .hasMessageContaining("needs a highest rate");
    }

    @Test
    void is_faster_than_its_cap() {
      assertRefused(base(), Safety.remote(10), "above the cap of 10.0");
    }

    @Test
    void takes_more_memory_than_there_may_be() {
      LoadTarget huge = new LoadTarget("A", base(), mix(50_000), TlsOptions.DEFAULT, Map.of());

      assertThatThrownBy(
              () ->
                  LoadRun.start(
                      new LoadPlan(
                          "huge",
                          List.of(huge),
                          List.of(open("s")),
                          Limits.DEFAULT,
                          Safety.LOOPBACK_ONLY,
                          Output.NONE,
                          1,
                          LoadRunnerOptions.DEFAULT),
                      LoadListener.NONE))
          .isInstanceOf(LoadRefused.class)
          .hasMessageMatching("histograms and buffers would take \\d+ MiB, more than 256; .*");
    }

    @Test
    void has_a_target_with_a_path_or_two_of_one_name() {
      assertThatThrownBy(() -> target("A", URI.create("http://localhost/api")))
          .hasMessageContaining("without a path");
      assertThatThrownBy(
              () ->
                  new LoadPlan(
                      "twice",
                      List.of(target("A", base()), target("A", base())),
                      List.of(open("s")),
                      Limits.DEFAULT,
                      Safety.LOOPBACK_ONLY,
                      Output.NONE,
                      1,
                      LoadRunnerOptions.DEFAULT))
          .hasMessage("two targets are named A");
    }

    private void assertRefused(URI target, Safety safety, String reason) {
      LoadPlan plan =
          new LoadPlan(
              "refused",
              List.of(target("A", target)),
              List.of(open("s")),
              Limits.DEFAULT,
              safety,
              Output.NONE,
              1,
              LoadRunnerOptions.DEFAULT);

      assertThatThrownBy(() -> LoadRun.start(plan, LoadListener.NONE))
          .isInstanceOf(LoadRefused.class)
          .hasMessageContaining(reason);
    }
  }

  @Nested
  class ASmokeTest {
    @Test
    void sends_one_request_to_each_operation_in_order() throws Exception {
      List<SmokeAnswer> answers =
          SmokeRun.run(target("A", base()), Limits.DEFAULT, Safety.LOOPBACK_ONLY);

      assertThat(answers).extracting(SmokeAnswer::apiId).containsExactly("svc1", "svc2");
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.ok()).isTrue();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.time()).isPositive();
              });
    }

    @Test
    void says_what_is_wrong_and_leaves_off_where_nobody_listens() throws Exception {
      RequestTemplate other =
          RequestTemplate.get("a", "get", "/a", new BodyCheck.Contains("hello"));
      LoadTarget wrong =
          new LoadTarget(
              "A",
              base(),
              new RequestMix(List.of(other, other), RequestMix.Selection.ROUND_ROBIN),
              TlsOptions.DEFAULT,
              Map.of());
      List<SmokeAnswer> answers = SmokeRun.run(wrong, Limits.DEFAULT, Safety.LOOPBACK_ONLY);

      assertThat(answers).hasSize(2);
      assertThat(answers.get(0).error()).contains(ErrorKind.BODY);
      assertThat(answers.get(0).detail()).contains("hello");

      try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        URI nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        closed.close();
        List<SmokeAnswer> none =
            SmokeRun.run(target("A", nobody), Limits.DEFAULT, Safety.LOOPBACK_ONLY);

        assertThat(none).hasSize(1);
        assertThat(none.get(0).error()).contains(ErrorKind.CONNECT);
        assertThat(none.get(0).detail()).isEqualTo("connection refused");
      }
    }
  }

  @Nested
  class TheCeiling {
    @Test
    void says_what_a_request_costs_and_how_many_fill_a_core() throws Exception {
      GeneratorCeiling ceiling =
          GeneratorCeiling.measure(LoadRunnerOptions.DEFAULT, 8, Duration.ofMillis(300));

      assertThat(ceiling.requestsPerSecond()).isPositive();
      assertThat(ceiling.perCore().orElseThrow())
          .isEqualTo(1e9 / ceiling.cpuNanosPerRequest().orElseThrow());
    }
  }

  private static LoadPlan plan(List<LoadStage> stages, Output output) {
    return new LoadPlan(
        "test",
        List.of(target("A", base()), target("B", base())),
        stages,
        Limits.DEFAULT,
        Safety.LOOPBACK_ONLY,
        output,
        7,
        LoadRunnerOptions.DEFAULT);
  }

  private static LoadStage open(String name) {
    return new LoadStage(
        name, new LoadModel.Open(500, 16), Duration.ofMillis(100), Duration.ofMillis(1_200));
  }

  private static LoadStage closed(String name) {
    return new LoadStage(
        name,
        new LoadModel.Closed(3, Duration.ZERO, Duration.ofMillis(5)),
        Duration.ZERO,
        Duration.ofMillis(300));
  }

  private static LoadTarget target(String name, URI base) {
    return new LoadTarget(name, base, mix(2), TlsOptions.DEFAULT, Map.of());
  }

  private static RequestMix mix(int apis) {
    return new RequestMix(
        IntStream.rangeClosed(1, apis)
            .mapToObj(
                i ->
                    RequestTemplate.get(
                        "svc" + i, "get", "/svc" + i + "/{id}", new BodyCheck.Anything()))
            .toList(),
        RequestMix.Selection.ROUND_ROBIN);
  }

  private static URI base() {
    return URI.create("http://127.0.0.1:" + server.address().getPort());
  }

  private static void isJson(String line) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(line)) {
      while (json.nextToken() != null) {}
    }
  }
}
