package dev.fanout.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How busy each core was between two readings of {@code /proc/stat}, by whatever ran on it; in
 * steps of a scheduler tick (10 ms). Empty where there is no such file.
 */
final class CoreLoad {
  private static final Path STAT = Path.of("/proc/stat");

  /** Tells nothing. */
  static final CoreLoad UNKNOWN = new CoreLoad(Map.of());

  /** Core → ticks since boot. */
  private final Map<Integer, Ticks> cores;

  private CoreLoad(Map<Integer, Ticks> cores) {
    this.cores = cores;
  }

  private record Ticks(long busy, long all) {}

  static CoreLoad read() {
    try {
      return parse(Files.readString(STAT, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return UNKNOWN; // not Linux
    }
  }

  static CoreLoad parse(String stat) {
    Map<Integer, Ticks> cores = new TreeMap<>();
    for (String line : stat.split("\n", -1)) {
      if (!line.matches("cpu\\d+ .*")) {
        continue;
      }
      String[] fields = line.trim().split("\\s+");
      long all = 0;
      // user nice system idle iowait irq softirq steal; the guest columns repeat user and nice
      for (int i = 1; i < Math.min(fields.length, 9); i++) {
        all += Long.parseLong(fields[i]);
      }
      long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
      cores.put(Integer.parseInt(fields[0].substring(3)), new Ticks(all - idle, all));
    }
    return new CoreLoad(cores);
  }

  /** Share of time, 0 to 1, that {@code core} was busy from {@code earlier} to here. */
  OptionalDouble shareSince(CoreLoad earlier, int core) {
    Ticks before = earlier.cores.get(core);
    Ticks after = cores.get(core);
    if (before == null || after == null || after.all() <= before.all()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        (double) (after.busy() - before.busy()) / (after.all() - before.all()));
  }

  /** The share of the core that was busiest from {@code earlier} to here. */
  OptionalDouble busiestSince(CoreLoad earlier) {
    return cores.keySet().stream()
        .map(core -> shareSince(earlier, core))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }
}
