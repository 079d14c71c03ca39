package dev.fanout.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.Delay;
import dev.fanout.load.LoadModel;
import dev.fanout.load.Parameters;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.run.LoadStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadPlanReaderTest {
  private static final String SMALL =
      """
      url: http://127.0.0.1:8080/base
      requests: ["GET /orders/{id}"]
      stages:
        - {vus: 50, duration: 10s}
      """;

  @TempDir private Path folder;

  private LoadSpec read(String text) {
    return LoadPlanReader.read(
        SourceText.of("plan.yaml", text),
        folder,
        name -> name.equals("KEY") ? Optional.of("s3cret") : Optional.empty());
  }

  private void refuses(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            IssueException.class,
            e -> assertThat(IssueRenderer.render(e.issues())).contains(parts));
  }

  @Test
  void the_smallest_plan_is_a_url_a_request_and_a_stage() {
    LoadSpec spec = read(SMALL);

    assertThat(spec.targets())
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.base()).hasToString("http://127.0.0.1:8080");
              assertThat(target.mix().selection()).isEqualTo(RequestMix.Selection.ROUND_ROBIN);
            });
    assertThat(spec.targets().get(0).mix().templates())
        .containsExactly(
            new RequestTemplate(
                "orders",
                "GET /orders/{id}",
                "GET",
                "/base/orders/{id}",
                List.of(),
                "",
                Set.of(200),
                new BodyCheck.Anything()));
    assertThat(spec.stages())
        .containsExactly(
            new LoadStage(
                "50-vus", new LoadModel.Closed(50), Duration.ofSeconds(1), Duration.ofSeconds(10)));
  }

  @Nested
  class Stages {
    private List<LoadStage> stages(String stages) {
      return read(SMALL.replace("  - {vus: 50, duration: 10s}", stages)).stages();
    }

    @Test
    void an_open_stage_has_a_rate_and_may_ramp() {
      assertThat(stages("  - {rate: 500, to: 800, spacing: even, inFlight: 64, duration: 1m}"))
          .containsExactly(
              new LoadStage(
                  "500-to-800-per-s",
                  new LoadModel.Open(500, 800, LoadModel.Spacing.EVEN, 64),
                  Duration.ofSeconds(1),
                  Duration.ofMinutes(1)));
    }

    @Test
    void a_closed_stage_may_ramp_think_and_pace() {
      assertThat(
              stages(
                  "  - {name: up, vus: 100, ramp: 5s, settling: 5s, duration: 1m,"
                      + " think: {exponential: 10ms, most: 1s}, pace: 120ms}"))
          .containsExactly(
              new LoadStage(
                  "up",
                  new LoadModel.Closed(
                      0,
                      100,
                      Duration.ofSeconds(5),
                      new Delay.Exponential(Duration.ofMillis(10), Duration.ofSeconds(1)),
                      new Delay.Fixed(Duration.ofMillis(120))),
                  Duration.ofSeconds(5),
                  Duration.ofMinutes(1)));
    }

    @Test
    void a_stage_has_one_model() {
      refuses(SMALL.replace("vus: 50", "vus: 50, rate: 5"), "either vus (closed model) or rate");
      refuses(SMALL.replace("vus: 50", "rate: 50, pace: 1s"), "'pace' goes with vus only");
    }

    @Test
    void two_stages_need_two_names() {
      refuses(
          SMALL + "  - {vus: 50, duration: 1s}\n",
          "two stages are called '50-vus'; give one a name");
    }
  }

  @Nested
  class Requests {
    @Test
    void a_request_may_have_everything() {
      LoadSpec spec =
          read(
              """
              targets:
                - {name: A, url: "http://127.0.0.1:8080"}
                - {name: B, url: "http://127.0.0.1:8081"}
              headers: {Ocp-Apim-Subscription-Key: "${KEY}"}
              requests:
                - api: orders
                  operation: create
                  method: POST
                  path: /orders
                  headers: {Content-Type: application/json}
                  body: '{"id": {id}}'
                  status: [200, 201]
                  expect: {contains: ok, atMost: 100}
                  weight: 3
                - GET /health
              ids: [5, 9]
              stages: [{vus: 1, duration: 1s}]
              """);

      RequestMix mix = spec.targets().get(1).mix();
      assertThat(mix.selection()).isEqualTo(RequestMix.Selection.WEIGHTED);
      assertThat(mix.weights()).containsExactly(3.0, 1.0);
      assertThat(mix.idMin()).isEqualTo(5);
      assertThat(mix.idMax()).isEqualTo(9);
      assertThat(mix.templates().get(0))
          .isEqualTo(
              new RequestTemplate(
                  "orders",
                  "create",
                  "POST",
                  "/orders",
                  List.of(
                      Map.entry("Ocp-Apim-Subscription-Key", "s3cret"),
                      Map.entry("Content-Type", "application/json")),
                  "{\"id\": {id}}",
                  Set.of(200, 201),
                  new BodyCheck.All(
                      List.of(new BodyCheck.Contains("ok"), new BodyCheck.Length(0, 100)))));
    }

    @Test
    void a_catalog_gives_one_for_each_operation() throws Exception {
      Files.writeString(
          folder.resolve("fanout.yaml"),
          """
          upstream: {url: "https://orders.example.net/api"}
          apis:
            - {id: a, path: a, version: {query: v, value: "1"}, operations: ["GET /x/{id}/*"]}
            - {id: b, path: b, version: {header: X-V, value: "2"}, operations: ["POST /y?q={q}"]}
          """);

      LoadSpec spec =
          read(SMALL.replace("requests: [\"GET /orders/{id}\"]", "catalog: fanout.yaml"));

      assertThat(spec.targets().get(0).mix().templates())
          .extracting(RequestTemplate::method, RequestTemplate::target, RequestTemplate::headers)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("GET", "/base/a/x/{id}/{id}?v=1", List.of()),
              org.assertj.core.groups.Tuple.tuple(
                  "POST", "/base/b/y?q={id}", List.of(Map.entry("X-V", "2"))));
    }

    @Test
    void parameters_come_from_files_lists_and_ranges() throws Exception {
      Files.writeString(folder.resolve("users.csv"), "user,city\nann,Oslo\nbob,Ulm\n");

      LoadSpec spec =
          read(
              SMALL
                  + """
                  parameters:
                    - {csv: users.csv, order: random}
                    - {name: colour, values: [red, green]}
                    - {name: n, from: 3, to: 5}
                  """);

      assertThat(spec.targets().get(0).mix().parameters())
          .containsExactly(
              new Parameters(
                  List.of("user", "city"),
                  List.of(List.of("ann", "Oslo"), List.of("bob", "Ulm")),
                  Parameters.Order.RANDOM),
              Parameters.choice("colour", List.of("red", "green")),
              Parameters.sequence("n", 3, 5));
    }

    @Test
    void zipf_weighs_by_rank() {
      LoadSpec spec =
          read(SMALL.replace("[\"GET /orders/{id}\"]", "[GET /a, GET /b, GET /c]") + "zipf: 1\n");

      assertThat(spec.targets().get(0).mix().weights()).containsExactly(1.0, 0.5, 1 / 3.0);
    }
  }

  @Nested
  class Mistakes {
    @Test
    void a_typo_is_pointed_at() {
      refuses(
          SMALL.replace("stages:", "stagse:"),
          "plan.yaml:3:1: error: 'stagse' is not a key of the plan",
          "did you mean 'stages'?",
          "the plan has no 'stages'");
    }

    @Test
    void a_variable_that_is_not_set_is_pointed_at() {
      refuses(
          SMALL + "headers: {X-Key: '${NO_SUCH}'}\n",
          "plan.yaml:5:",
          "the environment has no variable 'NO_SUCH'");
    }

    @Test
    void a_condition_is_checked_where_it_stands() {
      refuses(SMALL + "failIf: ['p59x>1ms']\n", "plan.yaml:5:10", "'p59x' is not a metric");
    }

    @Test
    void a_url_with_a_user_or_another_scheme_is_refused() {
      refuses(SMALL.replace("http://127", "ftp://127"), "does not begin with http://");
      refuses(SMALL.replace("http://127", "http://me:pw@127"), "without a user");
    }

    @Test
    void weights_that_nobody_looks_at_are_refused() {
      refuses(
          SMALL.replace("[\"GET /orders/{id}\"]", "[{path: /a, weight: 2}]") + "mix: uniform\n",
          "requests have weights");
    }

    @Test
    void a_missing_file_is_named() {
      refuses(SMALL + "parameters: [{csv: none.csv}]\n", "there is no file", "none.csv");
    }

    @Test
    void an_empty_plan_is_refused() {
      refuses("", "the plan is empty");
    }
  }
}
