package dev.fanout.measurements;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a measurement was taken.
 *
 * @param processors processors that this process may use
 * @param cpuModel as the system names it; {@code unknown} where it does not
 * @param memoryBytes physical memory; 0 where unknown
 * @param operatingSystem name, version and architecture
 * @param javaRuntime vendor, version and VM
 * @param jvmArguments flags of this JVM, in order; without system properties, whose values may be
 *     anybody's
 */
public record MachineInfo(
    int processors,
    String cpuModel,
    long memoryBytes,
    String operatingSystem,
    String javaRuntime,
    List<String> jvmArguments) {

  public MachineInfo {
    jvmArguments = List.copyOf(jvmArguments);
  }

  public static MachineInfo here() {
    return new MachineInfo(
        Runtime.getRuntime().availableProcessors(),
        field(Path.of("/proc/cpuinfo"), "model name"),
        memory(field(Path.of("/proc/meminfo"), "MemTotal")),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        property("java.vendor")
            + " "
            + property("java.runtime.version")
            + " "
            + property("java.vm.name"),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> !argument.startsWith("-D"))
            .toList());
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String field(Path file, String name) {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(name) && line.indexOf(':') > 0)
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException | java.io.UncheckedIOException e) {
      return "unknown";
    }
  }

  private static long memory(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("\\d{1,15} kb")
        ? Long.parseLong(lower, 0, lower.indexOf(' '), 10) * 1024
        : 0;
  }
}
