package dev.fanout.experiment;

import dev.fanout.measurements.MachineInfo;
import dev.fanout.measurements.run.Manifest;
import java.time.Instant;

/** Gathers what one must know to judge a run without its author. */
final class ManifestWriter {
  private final BenchOptions options;

  ManifestWriter(BenchOptions options) {
    this.options = options;
  }

  Manifest write(Target target, String transport, Instant startedAt) {
    MachineInfo machine = MachineInfo.here();
    return new Manifest(
        options.version(),
        options.commit(),
        options.command(),
        startedAt,
        new Manifest.Jvm(
            System.getProperty("java.runtime.version", "unknown"),
            System.getProperty("java.vendor", "unknown"),
            machine.jvmArguments()),
        new Manifest.Machine(
            System.getProperty("os.name", "unknown")
                + " "
                + System.getProperty("os.version", "unknown"),
            System.getProperty("os.arch", "unknown"),
            machine.cpuModel(),
            machine.processors(),
            machine.memoryBytes()),
        transport,
        target.gatewaySettings(),
        options.injections().stream().map(InjectionSpec::text).toList());
  }
}
