package dev.fanout.cli;

import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.gateway.GatewayOptions;
import dev.fanout.gateway.GatewayProcess;
import dev.fanout.gateway.Injection;
import dev.fanout.gateway.LocalGateway;
import dev.fanout.gateway.VariantOptions;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.http.PoolModel;
import dev.fanout.gateway.http.UpstreamOptions;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout gateway}: a local APIM gateway for artifact folders. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    header = "Serves artifact folders as a local APIM gateway on 127.0.0.1.",
    description = {
      "",
      "Each folder in the APIOps layout gets a port of its own, with its own router, connection"
          + " pools and counters. ^C lets requests in flight finish.",
      "",
    })
public final class GatewayCommand implements Callable<Integer> {
  private static final String PLAIN = "http://";
  private static final Duration DRAIN_WITHIN = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = false, multiplicity = "1..16")
  private List<Folder> folders = new ArrayList<>();

  /** A folder, and what it is called. */
  static final class Folder {
    @Option(
        names = "--artifacts",
        required = true,
        paramLabel = "DIR",
        description = "What to serve.")
    private Path artifacts = Path.of("");

    @Option(
        names = "--variant",
        paramLabel = "NAME",
        description = "Its name in output and statistics (default: A, B, …).")
    private @Nullable String variant;

    @Option(
        names = "--topology",
        paramLabel = "NAME",
        description = "Shown beside the name (default: the folder's name).")
    private @Nullable String topology;
  }

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Of the first folder; the others follow. 0 for free ones (default).")
  private int port;

  @Option(
      names = "--pool",
      paramLabel = "per-authority|per-entity",
      defaultValue = "per-authority",
      description =
          "Which upstream requests share connections: those to one host, as APIM documents it, or"
              + " those of one Backend entity (default: ${DEFAULT-VALUE}).")
  private String pool = "per-authority";

  @Option(
      names = "--pool-limit",
      paramLabel = "N",
      defaultValue = "2048",
      description = "Connections of one pool; more requests wait (default: ${DEFAULT-VALUE}).")
  private int poolLimit;

  @Option(
      names = "--connect-to",
      paramLabel = "[http://]HOST:PORT",
      description =
          "Dial this for every upstream; URLs and Host stay as they are (as curl does). With http://"
              + " in plain HTTP, even where a URL says https.")
  private @Nullable String connectTo;

  @Option(
      names = "--subscription-key",
      paramLabel = "KEY",
      description = "Accepted where an API asks for a subscription key; may be repeated.")
  private List<String> subscriptionKeys = new ArrayList<>();

  @Mixin private NamedValueOption namedValues = new NamedValueOption();

  @Option(
      names = "--allow-unsupported",
      description = "Pass over policies that are not supported, and say so, instead of refusing.")
  private boolean allowUnsupported;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "A line for each request, in the shape of ApiManagementGatewayLogs.")
  private @Nullable Path log;

  @Option(
      names = "--inject",
      paramLabel = "FAULT",
      converter = InjectionConverter.class,
      description = "A known difference: B:+1ms holds requests back, B:cpu+20us keeps a core busy.")
  private List<Injection> injections = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Event loops (default: at most 2).")
  private @Nullable Integer threads;

  @Option(
      names = "--child",
      hidden = true,
      description = "Speak JSON lines with a parent process, and end with it.")
  private boolean child;

  GatewayCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    GatewayOptions options = options();
    if (child) {
      GatewayProcess.run(
          options, System.in, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      return ExitCode.OK;
    }
    try (LocalGateway gateway = LocalGateway.start(options)) {
      announce(gateway);
      CountDownLatch ended = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    gateway.drain(DRAIN_WITHIN);
                    ended.countDown();
                  },
                  "drain"));
      ended.await();
    }
    return ExitCode.OK;
  }

  private void announce(LocalGateway gateway) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    err.print(IssueRenderer.render(gateway.warnings()));
    err.flush();
    for (String variant : gateway.variants()) {
      out.printf(
          Locale.ROOT,
          "%s  http://127.0.0.1:%d  %s%n",
          variant,
          gateway.port(variant),
          gateway.topology(variant));
      gateway
          .skipped(variant)
          .forEach(policy -> out.println("   passed over, not supported: " + policy));
    }
    out.println("^C ends it.");
    out.flush();
  }

  private GatewayOptions options() {
    try {
      return readOptions();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private GatewayOptions readOptions() {
    List<VariantOptions> variants = new ArrayList<>();
    for (Folder folder : folders) {
      int index = variants.size();
      Path name = folder.artifacts.toAbsolutePath().normalize().getFileName();
      variants.add(
          VariantOptions.folder(
                  folder.variant == null ? String.valueOf((char) ('A' + index)) : folder.variant,
                  folder.artifacts)
              .withTopology(
                  folder.topology != null ? folder.topology : name == null ? "" : name.toString())
              .withPort(port == 0 ? 0 : port + index));
    }
    UpstreamOptions upstream = UpstreamOptions.defaults().withPool(poolModel(), poolLimit);
    GatewayOptions options =
        GatewayOptions.of(variants.toArray(VariantOptions[]::new))
            .withUpstream(connectTo == null ? upstream : dialled(upstream, connectTo))
            .withCompile(
                new CompileOptions(
                    allowUnsupported,
                    Set.copyOf(subscriptionKeys),
                    namedValues.values(),
                    CompileOptions.STRICT.routing()))
            .withInjections(injections);
    if (threads != null) {
      options = options.withThreads(threads);
    }
    return log == null ? options : options.withLogFile(log);
  }

  private PoolModel poolModel() {
    return switch (pool) {
      case "per-authority" -> PoolModel.PER_AUTHORITY;
      case "per-entity" -> PoolModel.PER_ENTITY;
      default ->
          throw new IllegalArgumentException(
              "--pool '" + pool + "' is not per-authority or per-entity");
    };
  }

  private static UpstreamOptions dialled(UpstreamOptions upstream, String text) {
    return text.startsWith(PLAIN)
        ? upstream.withPlainConnectTo(address(text.substring(PLAIN.length())))
        : upstream.withConnectTo(address(text));
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      String host = text.substring(0, Math.max(colon, 0)).replaceAll("^\\[|\\]$", "");
      int number = Integer.parseInt(text.substring(colon + 1));
      return new InetSocketAddress(
          host.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host), number);
    } catch (IllegalArgumentException | java.net.UnknownHostException e) {
      throw new IllegalArgumentException("--connect-to '" + text + "' is not HOST:PORT", e);
    }
  }
}
