package dev.fanout.cli;

import dev.fanout.functionhost.BackendOptions;
import dev.fanout.functionhost.BackendProcess;
import dev.fanout.functionhost.FunctionHostOptions;
import dev.fanout.functionhost.ScalingModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout backend}: the mock backend, an Azure Function served from its package. */
@Command(
    name = "backend",
    mixinStandardHelpOptions = true,
    header = "Serves the mock backend on 127.0.0.1, from the package that is deployed to Azure.",
    description = {
      "",
      "GET /api/echo/{*path} answers after 5 ms (ECHO_DELAY_MS, or ?delayMs=) with the path and"
          + " query as received.",
      "",
    })
public final class BackendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7071",
      description = "0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--package",
      paramLabel = "DIR",
      description = "The packaged function: a folder with host.json (default: our mock backend).")
  private @Nullable Path folder;

  @Option(
      names = "--waiting",
      paramLabel = "timer|thread",
      defaultValue = "timer",
      description =
          "How a function waits for its delay: by a timer where it can, or by a sleeping thread as"
              + " on Azure (default: ${DEFAULT-VALUE}).")
  private FunctionHostOptions.Waiting waiting = FunctionHostOptions.Waiting.TIMER;

  @Option(
      names = "--any-path",
      description = "Echo paths outside of /api/echo, too: stands for any upstream.")
  private boolean anyPath;

  @Option(
      names = "--instances",
      paramLabel = "N",
      description =
          "Begin with one instance and grow to N while requests wait, as Azure Flex Consumption does"
              + " (default: one instance without a limit).")
  private @Nullable Integer instances;

  @Option(
      names = "--instance-concurrency",
      paramLabel = "N",
      defaultValue = "6",
      description = "Requests at a time of each instance (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--scale-after",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "60s",
      description = "How long requests wait before another instance answers (default: 60s).")
  private Duration scaleAfter = Duration.ofSeconds(60);

  @Option(
      names = "--child",
      hidden = true,
      description = "Speak JSON lines with a parent process, and end with it.")
  private boolean child;

  BackendCommand() {}

  @Override
  public Integer call() throws IOException {
    Path staging = folder == null ? Home.mockBackend() : folder;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new BackendProcess(System.in, out)
        .run(new BackendOptions(staging, port, waiting, anyPath, scaling(), child));
    return ExitCode.OK;
  }

  private Optional<ScalingModel> scaling() {
    try {
      return Optional.ofNullable(instances)
          .map(most -> new ScalingModel(most, concurrency, scaleAfter));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }
}
