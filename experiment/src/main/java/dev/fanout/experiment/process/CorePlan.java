package dev.fanout.experiment.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Which core each process of a run lives on. The gateway has one of its own; generator and backend
 * share the next, or have one each from three cores on. Empty means that the process goes where the
 * kernel puts it.
 *
 * @param allowed the cores that we may use, as the kernel writes them ({@code 0-3,5}); empty when
 *     nothing is pinned
 * @param taskset the program that pins, ignored where nothing is pinned
 * @param reason why nothing is pinned, or what is; a sentence for the manifest
 */
public record CorePlan(
    OptionalInt gateway,
    OptionalInt generator,
    OptionalInt backend,
    String allowed,
    String taskset,
    String reason) {
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** What this machine allows. */
  public static CorePlan ofThisMachine() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return unpinned("not pinned: only Linux lets a process be pinned with taskset");
    }
    Path taskset = Programs.find("taskset");
    if (taskset == null) {
      return unpinned("not pinned: taskset is not on the path");
    }
    try {
      for (String line : Files.readAllLines(PROCESS_STATUS, StandardCharsets.US_ASCII)) {
        if (line.startsWith(ALLOWED)) {
          return of(line.substring(ALLOWED.length()).trim(), taskset.toString());
        }
      }
    } catch (IOException e) {
      return unpinned("not pinned: " + PROCESS_STATUS + " cannot be read");
    }
    return unpinned("not pinned: " + PROCESS_STATUS + " does not name the allowed cores");
  }

  /** The plan for these cores, written as the kernel does: {@code 0-3,5}. */
  public static CorePlan of(String allowed, String taskset) {
    List<Integer> allowedCores = parseList(allowed);
    if (allowedCores.size() < 2) {
      return unpinned("not pinned: one core only, all processes share it");
    }
    int gateway = allowedCores.get(0);
    int generator = allowedCores.get(1);
    int backend = allowedCores.get(Math.min(2, allowedCores.size() - 1));
    String reason =
        "pinned: gateway on core "
            + gateway
            + ", generator on core "
            + generator
            + ", backend on core "
            + backend;
    return new CorePlan(
        OptionalInt.of(gateway),
        OptionalInt.of(generator),
        OptionalInt.of(backend),
        allowed,
        taskset,
        reason);
  }

  public static CorePlan unpinned(String reason) {
    return new CorePlan(
        OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), "", "taskset", reason);
  }

  public boolean isPinned() {
    return gateway.isPresent();
  }

  /** {@code command}, started on {@code core}; the process id stays that of the command. */
  public List<String> pin(OptionalInt core, List<String> command) {
    if (core.isEmpty()) {
      return command;
    }
    List<String> pinned = new ArrayList<>();
    pinned.add(taskset);
    pinned.add("-c");
    pinned.add(Integer.toString(core.getAsInt()));
    pinned.addAll(command);
    return List.copyOf(pinned);
  }

  /** {@code command}, started on all cores that we may use, wherever its starter is pinned. */
  public List<String> spread(List<String> command) {
    if (!isPinned()) {
      return command;
    }
    List<String> spread = new ArrayList<>(List.of(taskset, "-c", allowed));
    spread.addAll(command);
    return List.copyOf(spread);
  }

  /**
   * Moves all threads of a running process, and with them those that it will start.
   *
   * @return whether it worked; a container may forbid it
   */
  public boolean move(long pid, OptionalInt core) {
    return core.isPresent()
        && runTaskset(List.of("-a", "-c", "-p", core(core), Long.toString(pid)));
  }

  /**
   * Moves one thread.
   *
   * @param id as the kernel numbers threads
   */
  public boolean moveThread(int id, OptionalInt core) {
    return core.isPresent() && runTaskset(List.of("-c", "-p", core(core), Integer.toString(id)));
  }

  /** Gives one thread all allowed cores again. */
  public boolean releaseThread(int id) {
    return isPinned() && runTaskset(List.of("-c", "-p", allowed, Integer.toString(id)));
  }

  private static String core(OptionalInt core) {
    return Integer.toString(core.getAsInt());
  }

  /** Gives a process that {@link #move} moved all allowed cores again. */
  public boolean release(long pid) {
    return isPinned() && runTaskset(List.of("-a", "-c", "-p", allowed, Long.toString(pid)));
  }

  private boolean runTaskset(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(taskset));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code 0-2,5} as numbers. */
  static List<Integer> parseList(String list) {
    List<Integer> cores = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String[] ends = part.trim().split("-", 2);
      int first = Integer.parseInt(ends[0]);
      int last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
      for (int core = first; core <= last; core++) {
        cores.add(core);
      }
    }
    return cores;
  }
}
