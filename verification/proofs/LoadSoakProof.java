import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TlsOptions;
import dev.fanout.load.run.Interval;
import dev.fanout.load.run.LoadListener;
import dev.fanout.load.run.LoadPlan;
import dev.fanout.load.run.LoadResult;
import dev.fanout.load.run.LoadRun;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.run.Output;
import dev.fanout.load.run.Safety;
import dev.fanout.measurements.HistogramLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A long load and many sudden deaths. 200 users for some minutes: every second accounts for every
 * request, the heap after a collection and the number of open files stay where they were. Then
 * twenty loads are killed at random moments, and each must leave logs that can be read and lack no
 * more than the second that it died in.
 */
public final class LoadSoakProof {
  private static final int USERS = 200;
  private static final int APIS = 50;
  private static final int KILLS = 20;
  private static final long SEED = 20_261_124;

  /** An interval that ended so shortly before the kill may be on its way to the file. */
  private static final long WRITING_MILLIS = 250;

  private static final ObjectMapper JSON = new ObjectMapper();

  private LoadSoakProof() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("load")) {
      load(arguments[1], Path.of(arguments[2]), Long.parseLong(arguments[3]));
      return;
    }
    // Fewer than one minute has too few states to tell growth from warming up.
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
    try (ServerSocket listener = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> serve(listener));
      server.setDaemon(true);
      server.start();
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      Path folder = Files.createTempDirectory("load-soak");
      boolean good = soak(url, folder.resolve("soak"), Math.round(minutes * 60));
      good &= kills(url, folder, arguments.length > 1 ? Integer.parseInt(arguments[1]) : KILLS);
      System.out.println(good ? "PASSED" : "FAILED");
      System.exit(good ? 0 : 1);
    }
  }

  /** The child: a line for each second, and every tenth one with the heap after a collection. */
  private static void load(String url, Path folder, long seconds) throws Exception {
    RequestMix mix =
        RequestMix.zipf(
            IntStream.rangeClosed(1, APIS)
                .mapToObj(
                    i ->
                        RequestTemplate.get(
                            "svc" + i, "get", "/svc" + i + "/{id}", new BodyCheck.Contains("ok")))
                .toList(),
            1);
    LoadListener telling =
        new LoadListener() {
          @Override
          public void interval(Interval second) {
            boolean accounted =
                second.total().started()
                    == second.total().passed() + second.total().failed() + second.inFlight();
            StringBuilder line = new StringBuilder();
            line.append(accounted ? "ok " : "LOST ").append(second.total().started());
            line.append(' ').append(second.total().failed());
            if (second.number() % 10 == 0) {
              line.append(' ').append(heapAfterCollection()).append(' ').append(openFiles());
            }
            System.out.println(line);
          }
        };
    LoadPlan plan =
        new LoadPlan(
            "soak",
            List.of(new LoadTarget("A", URI.create(url), mix, TlsOptions.DEFAULT, Map.of())),
            List.of(
                new LoadStage(
                    "soak",
                    new LoadModel.Closed(USERS, Duration.ofSeconds(1), Duration.ofMillis(100)),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(seconds))),
            Limits.DEFAULT,
            Safety.LOOPBACK_ONLY,
            Output.in(folder),
            SEED,
            LoadRunnerOptions.DEFAULT);
    LoadResult result = LoadRun.start(plan, telling).await();
    result.stopped().ifPresent(reason -> System.out.println("stopped: " + reason.message()));
  }

  private static long heapAfterCollection() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean soak(String url, Path folder, long seconds) throws Exception {
    Process child = start(url, folder, seconds);
    List<long[]> states = new ArrayList<>();
    int lost = 0;
    int lines = 0;
    String last = "";
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines++;
        last = line;
        lost += line.startsWith("ok ") ? 0 : 1;
        String[] fields = line.split(" ");
        if (fields.length == 5) {
          states.add(new long[] {Long.parseLong(fields[3]), Long.parseLong(fields[4])});
        }
      }
    }
    int exit = child.waitFor();
    // The first states are still of a cold JVM, the last may be of one that closes its connections.
    long[] settled = median(states.subList(states.size() / 4, states.size() / 2));
    long[] end = median(states.subList(states.size() * 3 / 4, states.size()));
    boolean good =
        exit == 0
            && lost == 0
            && lines >= seconds
            && end[0] <= settled[0] + (1 << 20)
            && end[1] <= settled[1] + 2;
    System.out.printf(
        Locale.ROOT,
        "soak: %d s, last line '%s', intervals that do not add up: %d; heap after collection %.2f"
            + " -> %.2f MiB, open files %d -> %d%n",
        seconds,
        last,
        lost,
        settled[0] / 1048576.0,
        end[0] / 1048576.0,
        settled[1],
        end[1]);
    return good;
  }

  private static long[] median(List<long[]> states) {
    long[] heaps = states.stream().mapToLong(state -> state[0]).sorted().toArray();
    long[] files = states.stream().mapToLong(state -> state[1]).sorted().toArray();
    return new long[] {heaps[heaps.length / 2], files[files.length / 2]};
  }

  private static boolean kills(String url, Path folder, int kills) throws Exception {
    Random random = new Random(SEED);
    long worst = 0;
    int bad = 0;
    int torn = 0;
    for (int i = 0; i < kills; i++) {
      Path own = folder.resolve("kill-" + i);
      Process child = start(url, own, 60);
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        out.readLine();
        Thread.sleep(random.nextInt(3_000));
      }
      Instant killed = Instant.now();
      child.destroyForcibly().waitFor();
      HistogramLog log = HistogramLog.read(own.resolve(Output.INTERVAL_HISTOGRAMS));
      torn += log.unreadableLines();
      Instant end = log.entries().get(log.entries().size() - 1).end();
      long lacks = Duration.between(end, killed).toMillis();
      worst = Math.max(worst, lacks);
      boolean readable = log.unreadableLines() <= 1 && countsReadable(own);
      if (lacks > 1_000 + WRITING_MILLIS || !readable) {
        bad++;
        System.out.println("kill " + i + ": lacks " + lacks + " ms, readable " + readable);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "kills: %d, bad %d, torn lines %d, the log that lacks most ends %d ms before the kill%n",
        kills,
        bad,
        torn,
        worst);
    return bad == 0;
  }

  /** All lines but the last are whole. */
  private static boolean countsReadable(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(Output.INTERVALS));
    int whole = 0;
    for (String line : lines) {
      try {
        JsonNode unused = JSON.readTree(line);
        whole++;
      } catch (IOException e) {
        continue;
      }
    }
    return lines.size() >= 2 && whole >= lines.size() - 1;
  }

  private static Process start(String url, Path folder, long seconds) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Path.of(System.getProperty("fanout.home"), "verification/proofs/LoadSoakProof.java")
                .toString(),
            "load",
            url,
            folder.toString(),
            Long.toString(seconds))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void serve(ServerSocket listener) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread thread = new Thread(null, () -> answer(socket), "server", 64 * 1024);
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answer(Socket socket) {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] buffer = new byte[8_192];
      int last = 0;
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        for (int i = 0; i < length; i++) {
          last = last << 8 | buffer[i];
          if (last == 0x0d0a0d0a) {
            out.write(answer);
          }
        }
      }
    } catch (IOException e) {
      // The load was killed.
    }
  }
}
