package dev.fanout.measurements.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one must know to judge a run without its author. Holds no secret: whoever fills in {@code
 * command} leaves keys out.
 *
 * @param version of the product
 * @param commit of the product's source, when it is known
 * @param command the words of the command line, program name first
 * @param transport {@code epoll} or {@code nio}; a comparison never mixes two
 * @param injections delays or work injected on purpose, as the user wrote them
 */
public record Manifest(
    String version,
    Optional<String> commit,
    List<String> command,
    Instant startedAt,
    Jvm jvm,
    Machine machine,
    String transport,
    GatewaySettings gateway,
    List<String> injections) {
  public Manifest {
    Checks.text("version", version);
    Objects.requireNonNull(commit, "commit");
    command = List.copyOf(command);
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(jvm, "jvm");
    Objects.requireNonNull(machine, "machine");
    Checks.text("transport", transport);
    Objects.requireNonNull(gateway, "gateway");
    injections = List.copyOf(injections);
  }

  /** The Java virtual machine of generator and experiment; the gateway's flags stand apart. */
  public record Jvm(String version, String vendor, List<String> flags) {
    public Jvm {
      Checks.text("version", version);
      Checks.text("vendor", vendor);
      flags = List.copyOf(flags);
    }
  }

  /**
   * @param processors those that the operating system shows to the run
   * @param memoryBytes physical memory, 0 when unknown
   */
  public record Machine(
      String operatingSystem,
      String architecture,
      String processorModel,
      int processors,
      long memoryBytes) {
    public Machine {
      Checks.text("operatingSystem", operatingSystem);
      Checks.text("architecture", architecture);
      Objects.requireNonNull(processorModel, "processorModel");
      Checks.positive("processors", processors);
      Checks.notNegative("memoryBytes", memoryBytes);
    }
  }

  /**
   * The gateway process of a local run; on Azure what the management API says.
   *
   * @param flags JVM flags, in order: heap, collector, processors
   * @param poolModel {@code per-authority} or {@code per-entity}
   * @param poolLimit connections for each pool
   * @param gatewayCores processor list of the gateway, empty when it is not pinned
   * @param otherCores processor list of generator and backend, empty when they are not pinned
   */
  public record GatewaySettings(
      List<String> flags,
      String poolModel,
      int poolLimit,
      Optional<String> gatewayCores,
      Optional<String> otherCores) {
    public GatewaySettings {
      flags = List.copyOf(flags);
      Checks.text("poolModel", poolModel);
      Checks.positive("poolLimit", poolLimit);
      Objects.requireNonNull(gatewayCores, "gatewayCores");
      Objects.requireNonNull(otherCores, "otherCores");
    }
  }
}
