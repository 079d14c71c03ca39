package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in a {@code sh} block of the README and of docs/ is run, in the order of its file,
 * in one empty folder a file. A bench is shortened, and what serves until ^C serves a free port
 * until its input ends.
 */
class DocumentedCommandsTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  private static final Pattern PLAN =
      Pattern.compile("```yaml\\n(# plan\\.yaml\\n.*?)```", Pattern.DOTALL);

  private static final Pattern LOCAL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  private static final Set<String> CALLING = Set.of("load", "smoke", "export");

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  /** Measures one variant for a moment; the whole run has its own step in .ci/run. */
  private static final List<String> SHORT_BENCH = List.of("--quick", "--only", "A");

  @TempDir private Path folder;

  private static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(FanoutProcess.ROOT.resolve("docs"))) {
      return Stream.concat(
          Stream.of(
              FanoutProcess.ROOT.resolve("README.md"),
              FanoutProcess.ROOT.resolve("CONTRIBUTING.md")),
          docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList()
          .stream();
    }
  }

  private static List<String> commands(Path document) {
    List<String> commands = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(FanoutProcess.text(document));
    while (blocks.find()) {
      blocks
          .group(1)
          .lines()
          .map(line -> line.replaceFirst("\\s+#.*$", "").strip())
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(commands::add);
    }
    return commands;
  }

  @TestFactory
  Stream<DynamicTest> every_command_runs() throws IOException {
    return documents()
        .filter(document -> !commands(document).isEmpty())
        .map(
            document ->
                DynamicTest.dynamicTest(
                    FanoutProcess.ROOT.relativize(document).toString(),
                    () -> {
                      assumeTrue(FanoutProcess.hasBackend(), "the mock backend is not packaged");
                      Path here = Files.createDirectory(folder.resolve(document.getFileName()));
                      writePlan(here, document);
                      for (String command : commands(document)) {
                        run(here, command);
                      }
                    }));
  }

  @Test
  void the_readme_has_commands() {
    assertThat(commands(FanoutProcess.ROOT.resolve("README.md")))
        .contains("./fanout bench", "mvn verify");
  }

  private static void run(Path here, String command) throws InterruptedException {
    if (command.startsWith("mvn ")) {
      return; // These tests are that command.
    }
    assertThat(command).as("a command that this test knows to run").startsWith("./fanout ");
    List<String> arguments = words(command.substring(9));
    if (arguments.get(0).equals("bench")) {
      arguments.addAll(SHORT_BENCH);
    }
    if (arguments.get(0).equals("gateway") || arguments.get(0).equals("backend")) {
      arguments.addAll(List.of("--child", "--port", "0"));
    }
    FanoutProcess.Result result = run(here, arguments);
    assertThat(result.exitCode()).as("%s%n%s", command, result).isIn(exitCodes(arguments.get(0)));
    assertThat(result.isClean()).as(result.toString()).isTrue();
  }

  /** The plan that a document shows is the one that its commands read. */
  private static void writePlan(Path here, Path document) throws IOException {
    Matcher plan = PLAN.matcher(FanoutProcess.text(document));
    if (plan.find()) {
      Files.writeString(here.resolve("plan.yaml"), plan.group(1));
      Files.writeString(
          here.resolve("fanout.yaml"),
          FanoutProcess.text(
              FanoutProcess.ROOT.resolve(
                  "catalog/src/main/resources/dev/fanout/catalog/fanout.template.yaml")));
    }
  }

  /** What calls a server on this machine calls one that answers everything. */
  private static FanoutProcess.Result run(Path here, List<String> arguments)
      throws InterruptedException {
    FanoutProcess process = new FanoutProcess(here, Duration.ofMinutes(3));
    if (!CALLING.contains(arguments.get(0))) {
      return process.run(arguments);
    }
    try (AnsweringServer server = AnsweringServer.start()) {
      Path plan = here.resolve("plan.yaml");
      if (Files.exists(plan)) {
        Files.writeString(plan, LOCAL.matcher(FanoutProcess.text(plan)).replaceAll(server.url()));
      }
      List<String> local =
          arguments.stream().map(a -> LOCAL.matcher(a).replaceAll(server.url())).toList();
      return process.run(local);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** As a shell splits: at blanks, but not within single quotes. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group());
    }
    return words;
  }

  /** A bench on a noisy machine may end anyhow, and a documented diff shows a difference. */
  private static List<Integer> exitCodes(String command) {
    return switch (command) {
      case "bench" -> List.of(0, 10, 11, 12);
      case "diff", "lint" -> List.of(0, 10);
      // A run of a second has too few requests for a percentile.
      case "load" -> List.of(0, 11);
      default -> List.of(0);
    };
  }
}
