package dev.fanout.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests are counted by the server, the CPU of a generator by the kernel, alike for every tool:
 * both are read from outside at the edges of a window within its run. Tools take turns in an order
 * drawn for each round; the ratio to wrk is of the same round.
 */
public final class LoadEngines {
  private static final int[] CONNECTIONS = {50, 200};
  private static final long RUN_SECONDS = 60;
  private static final double NATIVE_WARM_UP_SECONDS = 1;
  private static final double JAVA_WARM_UP_SECONDS = 7;
  private static final double JAVA_SECOND_WARM_UP_SECONDS = 1.5;
  private static final double NANOS_PER_TICK = 1e7;
  private static final String REFERENCE = "wrk";

  private final int rounds;
  private final double windowSeconds;
  private final Path folder;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Tool and connections → CPU seconds per 100,000 requests, by round; NaN where it failed. */
  private final Map<String, double[]> cost = new LinkedHashMap<>();

  private final Map<String, double[]> rate = new LinkedHashMap<>();

  private LoadEngines(int rounds, double windowSeconds, Path folder, String url) {
    this.rounds = rounds;
    this.windowSeconds = windowSeconds;
    this.folder = folder;
    this.url = url;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("load-engines");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process nginx = startServer(folder, port);
    try {
      String url = "http://127.0.0.1:" + port;
      new LoadEngines(
              Integer.parseInt(arguments[0]), Double.parseDouble(arguments[1]), folder, url)
          .run();
    } finally {
      nginx.destroy();
      nginx.waitFor(5, TimeUnit.SECONDS);
    }
  }

  private void run() throws Exception {
    List<String> tools = new ArrayList<>(List.of("fanout"));
    for (String tool : List.of("wrk", "h2load", "hey", "vegeta", "k6")) {
      if (onPath(tool)) {
        tools.add(tool);
      } else {
        System.out.println(tool + ": skipped, it is not on the PATH");
      }
    }
    Random order = new Random(20_261_124);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(tools, order);
      for (String tool : tools) {
        if (tool.equals("fanout")) {
          fanout(round);
        } else {
          for (int connections : CONNECTIONS) {
            peer(tool, connections, round);
          }
        }
      }
      System.out.println("round " + (round + 1) + " of " + rounds + " done");
    }
    print();
  }

  private void peer(String tool, int connections, int round) throws Exception {
    Process process = pinned(command(tool, connections));
    try {
      sleep(NATIVE_WARM_UP_SECONDS);
      measure(tool, connections, round, process);
    } finally {
      end(process);
    }
  }

  private List<String> command(String tool, int connections) throws IOException {
    String path = url + "/svc1/v1/resource/1";
    String time = RUN_SECONDS + "s";
    String number = Integer.toString(connections);
    return switch (tool) {
      case "wrk" -> List.of("wrk", "-t1", "-c" + number, "-d" + time, path);
      case "h2load" ->
          List.of("h2load", "--h1", "-t1", "-c", number, "-D", Long.toString(RUN_SECONDS), path);
      case "hey" -> List.of("hey", "-z", time, "-c", number, path);
      case "vegeta" -> {
        Path targets = folder.resolve("targets");
        Files.writeString(targets, "GET " + path + "\n");
        yield List.of(
            "vegeta", "attack", "-rate=0", "-max-workers=" + number, "-connections=" + number,
            "-duration=" + time, "-targets=" + targets, "-output=/dev/null");
      }
      case "k6" -> {
        Path script = folder.resolve("script.js");
        Files.writeString(
            script,
            "import http from 'k6/http';\n"
                + "export const options = {discardResponseBodies: true};\n"
                + "export default function () { http.get('" + path + "'); }\n");
        yield List.of(
            "k6", "run", "--quiet", "--no-usage-report", "--vus", number, "--duration", time,
            script.toString());
      }
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private void fanout(int round) throws Exception {
    Path files = folder.resolve("fanout-" + round);
    long first = Math.round(Math.ceil(JAVA_WARM_UP_SECONDS + windowSeconds)) + 1;
    long later = Math.round(Math.ceil(JAVA_SECOND_WARM_UP_SECONDS + windowSeconds)) + 1;
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms256m",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                LoadEngineClient.class.getName(),
                url,
                files.toString(),
                Long.toString(first),
                Long.toString(later)));
    Arrays.stream(CONNECTIONS).mapToObj(Integer::toString).forEach(command::add);
    Process process = pinned(command);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (int connections : CONNECTIONS) {
        @Nullable String line = lines.readLine();
        if (line == null) {
          throw new IOException("fanout ended before stage " + connections);
        }
        boolean cold = connections == CONNECTIONS[0];
        sleep(cold ? JAVA_WARM_UP_SECONDS : JAVA_SECOND_WARM_UP_SECONDS);
        measure("fanout", connections, round, process);
      }
    } finally {
      end(process);
    }
  }

  private void measure(String tool, int connections, int round, Process process)
      throws Exception {
    long requestsBefore = served();
    double cpuBefore = cpuSeconds(process.pid());
    long from = System.nanoTime();
    sleep(windowSeconds);
    long requests = served() - requestsBefore;
    double cpu = cpuSeconds(process.pid()) - cpuBefore;
    double seconds = (System.nanoTime() - from) / 1e9;
    boolean worked = process.isAlive() && requests > 100 && cpu > 0;
    String key = tool + " " + connections;
    series(cost, key)[round] = worked ? cpu / requests * 100_000 : Double.NaN;
    series(rate, key)[round] = worked ? requests / seconds : Double.NaN;
  }

  private double[] series(Map<String, double[]> of, String key) {
    return of.computeIfAbsent(
        key,
        unused -> {
          double[] values = new double[rounds];
          Arrays.fill(values, Double.NaN);
          return values;
        });
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%-8s %5s %3s  %-26s %-22s %s%n",
        "tool", "conns", "n", "CPU s per 100,000", "/ " + REFERENCE, "requests per second");
    cost.keySet().stream()
        .sorted()
        .forEach(
            key -> {
              String connections = key.substring(key.indexOf(' ') + 1);
              double[] own = cost.get(key);
              double[] reference = cost.get(REFERENCE + " " + connections);
              System.out.printf(
                  Locale.ROOT,
                  "%-8s %5s %3d  %-26s %-22s %.0f%n",
                  key.substring(0, key.indexOf(' ')),
                  connections,
                  sorted(own).length,
                  spread(own),
                  reference == null ? "" : spread(ratio(own, reference)),
                  median(rate.get(key)));
            });
  }

  private static double[] ratio(double[] own, double[] reference) {
    double[] ratio = new double[own.length];
    Arrays.setAll(ratio, i -> own[i] / reference[i]);
    return ratio;
  }

  private static String spread(double[] values) {
    double[] sorted = sorted(values);
    return sorted.length == 0
        ? "no data"
        : String.format(
            Locale.ROOT,
            "%.2f [%.2f, %.2f]",
            median(values),
            sorted[0],
            sorted[sorted.length - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = sorted(values);
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }

  /** Of the process that taskset has become, and of its threads. */
  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK / 1e9;
  }

  private long served() throws IOException, InterruptedException {
    String status =
        http.send(
                HttpRequest.newBuilder(URI.create(url + "/stub_status")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return Long.parseLong(status.lines().skip(2).findFirst().orElseThrow().trim().split(" ")[2]);
  }

  private static Process startServer(Path folder, int port) throws Exception {
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        worker_processes 1;
        pid %s/nginx.pid;
        error_log /dev/null;
        events { worker_connections 4096; }
        http {
          access_log off;
          keepalive_requests 1000000000;
          keepalive_timeout 3600;
          server {
            listen 127.0.0.1:%d backlog=4096;
            location /stub_status { stub_status; }
            location / {
              default_type application/json;
              return 200 '{"path":"/svc1/v1/resource/1","query":null,"method":"GET","padding":"0123456789012345678901"}';
            }
          }
        }
        """
            .formatted(folder, port));
    Process nginx =
        new ProcessBuilder("taskset", "-c", "0", "nginx", "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    for (int i = 0; i < 50; i++) {
      try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
        return nginx;
      } catch (IOException e) {
        sleep(0.1);
      }
    }
    nginx.destroy();
    throw new IOException("nginx does not start: " + Files.readString(folder.resolve("nginx.log")));
  }

  private Process pinned(List<String> command) throws IOException {
    List<String> all = new ArrayList<>(List.of("taskset", "-c", "1"));
    all.addAll(command);
    boolean java = command.get(0).endsWith("java");
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD);
    if (!java) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    return builder.start();
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(3, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    sleep(0.2);
  }

  private static void sleep(double seconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.round(seconds * 1e9));
  }

  private static boolean onPath(String tool) {
    @Nullable String path = System.getenv("PATH");
    try (Stream<String> folders = Stream.of((path == null ? "" : path).split(":"))) {
      return folders.anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
