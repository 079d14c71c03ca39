package dev.fanout.gateway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.EstateResult;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.estate.CompileResult;
import dev.fanout.gateway.estate.Dispatcher;
import dev.fanout.gateway.estate.EstateCompiler;
import dev.fanout.gateway.pipeline.ExchangeSettings;
import dev.fanout.gateway.routing.RouterOptions;
import dev.fanout.policies.context.ContextTypes;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Policies as data. A case is a folder: policies ({@link CaseEstate}), {@code request.http}, maybe
 * {@code upstream-N.http} (what the upstream answers to the Nth request) or {@code
 * upstream-failure.txt}; and what must come out: {@code expected.http} (to the client), {@code
 * expected-upstream.http} (all requests upstream; empty: none), or {@code expected-issues.txt}.
 */
class CaseTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final DefaultEventExecutor LOOP = new DefaultEventExecutor();
  private static final ExpressionCompiler EXPRESSIONS =
      new ExpressionCompiler(ContextTypes.hostTypes());

  @AfterAll
  static void stopTheLoop() {
    LOOP.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @TestFactory
  Stream<DynamicTest> do_what_their_folder_says() throws IOException {
    return cases().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    name(folder), () -> check(folder, UnaryOperator.identity())));
  }

  @TestFactory
  Stream<DynamicTest> do_the_same_when_every_policy_is_suspended_before() throws IOException {
    return cases().stream()
        .filter(folder -> !Files.exists(folder.resolve("expected-issues.txt")))
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    name(folder), () -> check(folder, Suspensions::everywhere)));
  }

  private static List<Path> cases() throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> all = Files.walk(CASES)) {
      all.filter(path -> path.getFileName().toString().equals("request.http"))
          .map(Path::getParent)
          .sorted()
          .forEach(folders::add);
    }
    assertThat(folders).hasSizeGreaterThan(20);
    return folders;
  }

  private static void check(Path folder, UnaryOperator<String> edit) throws Exception {
    EstateResult estate = CaseEstate.read(folder, edit);
    CompileResult compiled =
        new EstateCompiler(EXPRESSIONS, Suspensions.EXTENSION)
            .compile(
                estate.estate(),
                new CompileOptions(false, Set.of("good-key"), Map.of(), RouterOptions.DEFAULT));
    Path expectedIssues = folder.resolve("expected-issues.txt");
    if (Files.exists(expectedIssues)) {
      assertThat(IssueRenderer.render(compiled.issues()))
          .isEqualTo(Files.readString(expectedIssues));
      return;
    }
    assertThat(compiled.issues().stream().filter(Issue::isError)).isEmpty();
    CaseLink link = new CaseLink(folder, LOOP);
    Dispatcher dispatcher = new Dispatcher(compiled.estate(), ExchangeSettings.DEFAULT);
    LOOP.submit(() -> dispatcher.dispatch(link, exchange -> {})).get(10, TimeUnit.SECONDS);
    String response = link.response.get(10, TimeUnit.SECONDS);
    Path expectedUpstream = folder.resolve("expected-upstream.http");
    if (Files.exists(expectedUpstream)) {
      assertThat(String.join("\n", link.upstreamRequests))
          .isEqualTo(Files.readString(expectedUpstream));
    }
    Path expected = folder.resolve("expected.http");
    if (Files.exists(expected)) {
      assertThat(masked(response)).isEqualTo(Files.readString(expected));
    }
    assertThat(Files.exists(expected) || Files.exists(expectedUpstream))
        .as("the case expects something")
        .isTrue();
  }

  /** A request's id is random. */
  private static String masked(String response) {
    return response.replaceAll(
        "\"activityId\": \"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"",
        "\"activityId\": \"<guid>\"");
  }

  private static String name(Path folder) {
    return CASES.relativize(folder).toString();
  }
}
