package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user sees after a mistake: one clear message, the documented exit code, no stack trace.
 */
class MistakesTest {
  @TempDir private Path folder;
  private FanoutProcess fanout;

  @BeforeEach
  void start_in_an_empty_folder() {
    fanout = new FanoutProcess(folder, Duration.ofSeconds(60));
  }

  @Test
  void a_tab_in_the_catalog_points_at_it() throws Exception {
    Files.writeString(folder.resolve("fanout.yaml"), "upstream:\n\thost: 127.0.0.1\n");

    FanoutProcess.Result result = fanout.run("diff");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("fanout.yaml:2:1: error:").contains("^");
    assertThat(result.isClean()).isTrue();
  }

  @Test
  void an_unknown_policy_element_points_at_it() throws Exception {
    Path policy = sharedBackend().resolve("apis/svc01/policy.xml");
    assertThat(policy).exists();
    String text = Files.readString(policy);
    Files.writeString(
        policy, text.replaceFirst("<base ?/>", "<base />\n        <set-heder name=\"x\" />"));

    FanoutProcess.Result result = fanout.run("gateway", "--child", "--artifacts", "shared");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("apis/svc01/policy.xml:").contains("set-heder").contains("^");
    assertThat(result.isClean()).isTrue();
  }

  @Test
  void a_typo_in_an_expression_points_at_it() throws Exception {
    Path shared = sharedBackend();
    Path fragment;
    try (var fragments = Files.list(shared.resolve("policy fragments"))) {
      fragment = fragments.findFirst().orElseThrow().resolve("policy.xml");
    }
    String text = Files.readString(fragment);
    assertThat(text).contains("context.Request");
    Files.writeString(fragment, text.replaceFirst("context\\.Request", "context.Requets"));

    FanoutProcess.Result result = fanout.run("gateway", "--child", "--artifacts", "shared");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("policy.xml:").contains("Requets").contains("^");
    assertThat(result.isClean()).isTrue();
  }

  @Test
  void a_taken_port_is_named() throws Exception {
    sharedBackend();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      FanoutProcess.Result gateway = fanout.run("gateway", "--port", port, "--artifacts", "shared");

      assertThat(gateway.exitCode()).isEqualTo(20);
      assertThat(gateway.err()).contains(port).contains("cannot listen");
      assertThat(gateway.isClean()).isTrue();
    }
  }

  @Test
  void a_taken_port_of_the_backend_is_named() throws Exception {
    assumeTrue(FanoutProcess.hasBackend(), "the mock backend is not packaged");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      FanoutProcess.Result backend = fanout.run("backend", "--port", port);

      assertThat(backend.exitCode()).isEqualTo(20);
      assertThat(backend.err()).contains(port).hasLineCount(1);
    }
  }

  @Test
  void a_request_log_that_cannot_be_written_is_the_environment() throws Exception {
    sharedBackend();

    FanoutProcess.Result gateway =
        fanout.run("gateway", "--child", "--artifacts", "shared", "--log", folder.toString());

    assertThat(gateway.exitCode()).as(gateway.toString()).isEqualTo(20);
    assertThat(gateway.err()).contains("the request log").contains("cannot be written");
    assertThat(gateway.isClean()).isTrue();
  }

  @Test
  void init_never_overwrites() throws Exception {
    Files.writeString(folder.resolve("fanout.yaml"), "mine");

    FanoutProcess.Result result = fanout.run("init");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("already there");
    assertThat(folder.resolve("fanout.yaml")).hasContent("mine");
  }

  @Test
  void a_file_that_was_changed_by_hand_is_not_overwritten() throws Exception {
    Path policy = sharedBackend().resolve("apis/svc01/policy.xml");
    Files.writeString(policy, "<policies />");

    FanoutProcess.Result result =
        fanout.run("generate", "--topology", "shared-backend", "--apis", "3", "--out", "shared");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("changed by hand").contains("apis/svc01/policy.xml");
    assertThat(policy).hasContent("<policies />");
  }

  @Test
  void an_unknown_topology_names_those_there_are() throws Exception {
    FanoutProcess.Result result = fanout.run("generate", "--topology", "shard", "--out", "x");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("shard").contains("shared-backend, per-api");
  }

  @Test
  void an_unknown_api_or_operation_names_those_that_look_alike() throws Exception {
    sharedBackend();

    FanoutProcess.Result api = fanout.run("explain", "shared", "--api", "svc1");
    FanoutProcess.Result operation =
        fanout.run("explain", "shared", "--api", "svc01", "--operation", "get-resorce");

    assertThat(api.exitCode()).isEqualTo(2);
    assertThat(api.err()).contains("there is no API 'svc1'").contains("did you mean 'svc01'");
    assertThat(operation.exitCode()).isEqualTo(2);
    assertThat(operation.err()).contains("did you mean 'get-resource'?");
    assertThat(operation.isClean()).isTrue();
  }

  @Test
  void a_report_of_a_folder_without_a_run_says_so() throws Exception {
    FanoutProcess.Result result = fanout.run("report", folder.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("run.json");
    assertThat(result.isClean()).isTrue();
  }

  private Path sharedBackend() throws IOException, InterruptedException {
    FanoutProcess.Result result =
        fanout.run("generate", "--topology", "shared-backend", "--apis", "3", "--out", "shared");
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return folder.resolve("shared");
  }
}
