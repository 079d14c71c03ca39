package dev.fanout.experiment.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.experiment.RunningGateway;
import dev.fanout.experiment.process.ChildProcess;
import dev.fanout.experiment.process.CompilerThreads;
import dev.fanout.experiment.process.CorePlan;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.ProcessCpu;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.VariantLabel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One gateway process that serves both variants, or two that serve one each. */
final class LocalGateway implements RunningGateway {
  static final String NAME = "local";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Map<VariantLabel, Served> variants = new EnumMap<>(VariantLabel.class);

  private final CorePlan cores;
  private final ChildProcess backend;

  LocalGateway(CorePlan cores, ChildProcess backend) {
    this.cores = cores;
    this.backend = backend;
  }

  private record Served(ChildProcess process, ProcessCpu cpu, Endpoint endpoint) {}

  /** Adds the variants that a process says it serves. */
  void add(ChildProcess process) throws EnvironmentFailure {
    ProcessCpu cpu = ProcessCpu.of(process.pid());
    for (JsonNode served : process.ready().path("variants")) {
      VariantLabel label = label(served);
      int port = served.path("port").asInt();
      if (label == null || port < 1 || port > 65_535) {
        throw new EnvironmentFailure("the gateway process reported no port for " + served);
      }
      Endpoint endpoint =
          new Endpoint(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "127.0.0.1:" + port);
      variants.put(label, new Served(process, cpu, endpoint));
    }
  }

  private static @org.jspecify.annotations.Nullable VariantLabel label(JsonNode served) {
    String name = served.path("name").asText();
    for (VariantLabel label : VariantLabel.values()) {
      if (label.name().equals(name)) {
        return label;
      }
    }
    return null;
  }

  private Served served(VariantLabel variant) {
    Served served = variants.get(variant);
    if (served == null) {
      throw new IllegalStateException("the gateway does not serve variant " + variant);
    }
    return served;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Endpoint endpoint(VariantLabel variant) {
    return served(variant).endpoint();
  }

  @Override
  public Optional<CpuReading> cpu(VariantLabel variant) {
    return served(variant).cpu().read();
  }

  static OptionalLong nanos(ProcessCpu cpu) {
    return cpu.read().map(CpuReading::workNanos).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  @Override
  public Optional<PoolCounters> poolCounters(VariantLabel variant)
      throws EnvironmentFailure, InterruptedException {
    JsonNode stats = served(variant).process().ask("stats", ANSWER_WITHIN);
    for (JsonNode node : stats.path("variants")) {
      if (variant.equals(label(node))) {
        return Optional.of(
            new PoolCounters(
                node.path("connectionsOpened").asLong(),
                node.path("connectionsReused").asLong(),
                node.path("connectionsPeak").asLong(),
                node.path("connectionsRefused").asLong()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Injected injected(VariantLabel variant) throws EnvironmentFailure, InterruptedException {
    JsonNode stats = served(variant).process().ask("stats", ANSWER_WITHIN);
    long requests = 0;
    long nanos = 0;
    for (JsonNode node : stats.path("variants")) {
      if (variant.equals(label(node))) {
        for (JsonNode injection : node.path("injections")) {
          requests = Math.max(requests, injection.path("requests").asLong());
          nanos += injection.path("totalNanos").asLong();
        }
      }
    }
    return new Injected(requests, nanos);
  }

  @Override
  public boolean isAlive() {
    return variants.values().stream().allMatch(served -> served.process().isAlive());
  }

  @Override
  public Optional<String> isolate() throws EnvironmentFailure, InterruptedException {
    boolean moved = true;
    List<ChildProcess> processes =
        variants.values().stream().map(Served::process).distinct().toList();
    for (ChildProcess process : processes) {
      process.ask("collect", ANSWER_WITHIN);
      moved &= !cores.isPinned() || cores.move(process.pid(), cores.gateway());
    }
    // What the backend keeps moves to its old generation; its young collections then take 1 ms
    // instead of 10 to 20, in which requests would pile up.
    backend.ask("collect", ANSWER_WITHIN);
    if (cores.isPinned()) {
      List<Long> pids = new ArrayList<>(List.of(backend.pid(), ProcessHandle.current().pid()));
      processes.forEach(process -> pids.add(process.pid()));
      boolean yielded = CompilerThreads.on(cores).yieldToOthers(pids);
      if (moved && !yielded) {
        return Optional.of(
            "the JIT compilers could not be put behind the other threads (chrt); p95 will spread");
      }
    }
    return moved
        ? Optional.empty()
        : Optional.of("the gateway could not be pinned to its core, whatever the manifest says");
  }

  @Override
  public void close() {
    variants.values().stream().map(Served::process).distinct().forEach(ChildProcess::close);
  }
}
