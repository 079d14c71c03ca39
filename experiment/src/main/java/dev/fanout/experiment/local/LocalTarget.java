package dev.fanout.experiment.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.experiment.RunningGateway;
import dev.fanout.experiment.Target;
import dev.fanout.experiment.process.ChildProcess;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.ProcessCpu;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.VariantLabel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Processes on this machine: the mock backend for the whole run, a gateway for each replicate. */
public final class LocalTarget implements Target {
  /** Accepted by the gateways of a local run; no secret, since it opens nothing else. */
  public static final String SUBSCRIPTION_KEY = "fanout-local";

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int BACKEND_HEAP_MEGABYTES = 256;
  private static final int PROCESSORS = 1;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final LocalTargetOptions options;
  private final ChildProcess backend;
  private final ProcessCpu backendCpu;
  private final InetSocketAddress backendAddress;
  private final boolean generatorMoved;

  private LocalTarget(LocalTargetOptions options, ChildProcess backend) throws EnvironmentFailure {
    this.options = options;
    this.backend = backend;
    this.backendCpu = ProcessCpu.of(backend.pid());
    int port = backend.ready().path("port").asInt();
    if (port < 1 || port > 65_535) {
      throw new EnvironmentFailure("the backend process reported no port: " + backend.ready());
    }
    this.backendAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.generatorMoved =
        options.cores().move(ProcessHandle.current().pid(), options.cores().generator());
  }

  /**
   * Starts the backend, and moves this process to the generator's core until {@link #close}.
   *
   * @param onBackendEnd told once when the backend ends before {@link #close}; from another thread
   */
  public static LocalTarget start(
      LocalTargetOptions options, Consumer<EnvironmentFailure> onBackendEnd)
      throws EnvironmentFailure, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("backend", "--child", "--any-path", "--port", "0"));
    arguments.addAll(options.backendArguments());
    List<String> command = options.java().with(BACKEND_HEAP_MEGABYTES, PROCESSORS, arguments);
    ChildProcess backend =
        ChildProcess.start(
            "backend",
            options.cores().pin(options.cores().backend(), command),
            options.logs().resolve("backend.stderr"),
            READY_WITHIN);
    backend.onUnexpectedEnd(() -> onBackendEnd.accept(backend.ended()));
    try {
      return new LocalTarget(options, backend);
    } catch (EnvironmentFailure | RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  @Override
  public Scope scope() {
    return new Scope.LocalModel();
  }

  @Override
  public Design design() {
    return options.separateProcesses() ? Design.SEPARATE_PROCESSES : Design.ONE_PROCESS;
  }

  @Override
  public Manifest.GatewaySettings gatewaySettings() {
    return new Manifest.GatewaySettings(
        options.java().flags(options.gatewayHeapMegabytes(), PROCESSORS),
        options.poolModel(),
        options.poolLimit(),
        text(options.cores().gateway()),
        text(options.cores().generator()));
  }

  private static Optional<String> text(OptionalInt core) {
    return core.isPresent() ? Optional.of(Integer.toString(core.getAsInt())) : Optional.empty();
  }

  @Override
  public List<String> notes() {
    return generatorMoved || !options.cores().isPinned()
        ? List.of(options.cores().reason())
        : List.of(options.cores().reason(), "the generator could not be pinned to its core");
  }

  @Override
  public RunningGateway start(VariantLabel portFirst, List<String> injections)
      throws EnvironmentFailure, InterruptedException {
    LocalGateway gateway = new LocalGateway(options.cores(), backend);
    List<VariantLabel> order = List.of(portFirst, portFirst.other());
    try {
      if (options.separateProcesses()) {
        for (VariantLabel variant : order) {
          gateway.add(startProcess(List.of(variant), injections));
        }
      } else {
        gateway.add(startProcess(order, injections));
      }
      gateway.endpoint(portFirst);
      gateway.endpoint(portFirst.other());
      return gateway;
    } catch (EnvironmentFailure | InterruptedException | RuntimeException e) {
      gateway.close();
      throw e;
    }
  }

  private ChildProcess startProcess(List<VariantLabel> order, List<String> injections)
      throws EnvironmentFailure, InterruptedException {
    List<String> command =
        options
            .java()
            .with(options.gatewayHeapMegabytes(), PROCESSORS, gatewayArguments(order, injections));
    return ChildProcess.start(
        "gateway",
        options.cores().spread(command),
        environment -> NamedValueEnvironment.write(options.namedValues(), environment),
        options.logs().resolve("gateway.stderr"),
        READY_WITHIN);
  }

  /** {@code --variant} and {@code --artifacts} come in pairs, in the order of the ports. */
  List<String> gatewayArguments(List<VariantLabel> order, List<String> injections) {
    List<String> arguments = new ArrayList<>(List.of("gateway", "--child", "--port", "0"));
    for (VariantLabel variant : order) {
      Path folder = variant == VariantLabel.A ? options.artifactsA() : options.artifactsB();
      arguments.addAll(List.of("--variant", variant.name(), "--artifacts", folder.toString()));
    }
    arguments.addAll(
        List.of(
            "--pool",
            options.poolModel(),
            "--pool-limit",
            Integer.toString(options.poolLimit()),
            "--connect-to",
            "http://127.0.0.1:" + backendAddress.getPort(),
            "--subscription-key",
            SUBSCRIPTION_KEY));
    for (String injection : injections) {
      if (order.stream().anyMatch(variant -> injection.startsWith(variant + ":"))) {
        arguments.addAll(List.of("--inject", injection));
      }
    }
    if (options.allowUnsupported()) {
      arguments.add("--allow-unsupported");
    }
    return List.copyOf(arguments);
  }

  @Override
  public Optional<InetSocketAddress> backend() {
    return Optional.of(backendAddress);
  }

  @Override
  public OptionalLong backendCpuNanos() {
    return LocalGateway.nanos(backendCpu);
  }

  /** Asked only of a backend that has several instances: an answer costs it CPU time. */
  @Override
  public Map<String, Long> backendRequests() throws EnvironmentFailure, InterruptedException {
    Map<String, Long> counts = new TreeMap<>();
    if (!options.backendArguments().isEmpty()) {
      JsonNode instances = backend.ask("stats", ANSWER_WITHIN).path("instances");
      for (Map.Entry<String, JsonNode> instance : instances.properties()) {
        counts.put(instance.getKey(), instance.getValue().asLong());
      }
    }
    return counts;
  }

  @Override
  public OptionalInt gatewayCore() {
    return options.cores().gateway();
  }

  @Override
  public OptionalInt generatorCore() {
    return generatorMoved ? options.cores().generator() : OptionalInt.empty();
  }

  @Override
  public boolean backendSharesGeneratorCore() {
    return !options.cores().isPinned()
        || options.cores().backend().equals(options.cores().generator());
  }

  @Override
  public void close() {
    backend.close();
    if (generatorMoved) {
      options.cores().release(ProcessHandle.current().pid());
    }
  }
}
