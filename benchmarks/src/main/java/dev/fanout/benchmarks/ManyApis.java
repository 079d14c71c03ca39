package dev.fanout.benchmarks;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import dev.fanout.experiment.process.ChildProcess;
import dev.fanout.experiment.process.CorePlan;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.experiment.process.JavaCommand;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunner;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TrialObserver;
import dev.fanout.load.TrialPlan;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.ProcessCpu;
import dev.fanout.verdict.StudentT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What do 1,000 APIs cost? First the commands as a user types them: {@code fanout generate}, and
 * {@code fanout gateway} up to the first 200 on the last API. Then the requests: one gateway
 * process serves all APIs; the load goes to all of them, then to 10 of them, in turn, over a number
 * of rounds. Prints the times with minimum, median and maximum over the runs, and the ratio of
 * gateway CPU per request with its 95 % interval over the rounds.
 *
 * <p>Arguments: topology, rounds (default 45; 0 for none), runs of each command (default 7).
 */
public final class ManyApis {
  private static final int APIS = 1_000;
  private static final int FEW = 10;
  private static final int USERS = 50;
  private static final Duration SETTLING = Duration.ofMillis(300);
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final LoadRunner runner = new LoadRunner();
  private final InetSocketAddress gateway;
  private final ProcessCpu cpu;
  private final List<Api> apis;

  private ManyApis(InetSocketAddress gateway, ProcessCpu cpu, List<Api> apis) {
    this.gateway = gateway;
    this.cpu = cpu;
    this.apis = apis;
  }

  public static void main(String[] arguments)
      throws IOException, EnvironmentFailure, InterruptedException {
    Topology topology =
        Topology.ofId(arguments.length > 0 ? arguments[0] : "shared-backend").orElseThrow();
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 45;
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
    Path folder = Files.createTempDirectory("fanout-many-apis");
    Path home = Path.of(System.getProperty("fanout.home"));
    JavaCommand java =
        new JavaCommand(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Runtime.version().feature(),
            home.resolve("cli/target/dist/fanout.jar").toString(),
            "dev.fanout.cli.Fanout");
    CorePlan cores = CorePlan.ofThisMachine();
    Catalog catalog = Catalogs.published(APIS);
    CommandTimes commands = new CommandTimes(home, folder, topology, APIS, runs);
    System.out.println(commands.generate());
    try (ChildProcess backend =
        ChildProcess.start(
            "backend",
            cores.pin(
                cores.backend(), java.with(256, 1, List.of("backend", "--child", "--port", "0"))),
            folder.resolve("backend.stderr"),
            READY_WITHIN)) {
      String connectTo = "127.0.0.1:" + backend.ready().get("port").asInt();
      System.out.println(commands.gateway(connectTo, lastPath(catalog)));
      if (rounds > 0) {
        cores.move(ProcessHandle.current().pid(), cores.generator());
        List<String> gateway =
            List.of(
                "gateway",
                "--child",
                "--artifacts",
                commands.estate().toString(),
                "--connect-to",
                connectTo);
        serve(cores.pin(cores.gateway(), java.with(512, 1, gateway)), folder, catalog, rounds);
      }
    }
    delete(folder);
    System.exit(0);
  }

  private static void serve(List<String> command, Path folder, Catalog catalog, int rounds)
      throws IOException, EnvironmentFailure, InterruptedException {
    long started = System.nanoTime();
    try (ChildProcess process =
        ChildProcess.start("gateway", command, folder.resolve("gateway.stderr"), READY_WITHIN)) {
      long ready = System.nanoTime() - started;
      int port = process.ready().get("variants").get(0).get("port").asInt();
      CommandTimes.firstRequest(port, lastPath(catalog));
      System.out.printf(
          Locale.ROOT,
          "as a child of bench, on one core: ready %.2f s, first 200 on the last API %.2f s%n",
          ready / 1e9,
          (System.nanoTime() - started) / 1e9);
      new ManyApis(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
              ProcessCpu.of(process.pid()),
              catalog.apis())
          .compare(process, rounds);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String lastPath(Catalog catalog) {
    return catalog.apis().get(catalog.apis().size() - 1).requestPrefix() + "/resource/1";
  }

  private void compare(ChildProcess process, int rounds)
      throws EnvironmentFailure, InterruptedException {
    costNanos(APIS, WARM_UP, 0);
    costNanos(FEW, WARM_UP, 0);
    process.ask("collect", READY_WITHIN); // as bench does before it measures
    double[] logs = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      boolean manyFirst = round % 2 == 0;
      double first = costNanos(manyFirst ? APIS : FEW, WINDOW, round);
      double second = costNanos(manyFirst ? FEW : APIS, WINDOW, round);
      double many = manyFirst ? first : second;
      double few = manyFirst ? second : first;
      logs[round] = Math.log(many / few);
      System.out.printf(
          Locale.ROOT,
          "round %2d: %,d APIs %.2f us, %d APIs %.2f us, ratio %.3f%n",
          round + 1,
          APIS,
          many / 1e3,
          FEW,
          few / 1e3,
          many / few);
    }
    double mean = 0;
    for (double log : logs) {
      mean += log / rounds;
    }
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean);
    }
    double half = StudentT.quantile(0.975, rounds - 1) * Math.sqrt(squares / (rounds - 1) / rounds);
    System.out.printf(
        Locale.ROOT,
        "CPU per request, %,d APIs / %d APIs: %.3f, 95 %% interval %.3f to %.3f, n = %d rounds%n",
        APIS,
        FEW,
        Math.exp(mean),
        Math.exp(mean - half),
        Math.exp(mean + half),
        rounds);
  }

  private double costNanos(int count, Duration window, long seed) throws InterruptedException {
    List<RequestTemplate> templates =
        apis.subList(0, count).stream()
            .map(
                api ->
                    RequestTemplate.get(
                        api.id(),
                        "get",
                        api.requestPrefix() + "/resource/{id}",
                        new BodyCheck.Anything()))
            .toList();
    CpuReading[] edges = new CpuReading[2];
    TrialResult result =
        runner.run(
            new TrialPlan(
                gateway,
                "127.0.0.1",
                new LoadModel.Closed(USERS),
                new RequestMix(templates, RequestMix.Selection.UNIFORM),
                SETTLING,
                window,
                seed,
                Limits.DEFAULT),
            new TrialObserver() {
              @Override
              public void windowOpened() {
                edges[0] = cpu.read().orElseThrow();
              }

              @Override
              public void windowClosed() {
                edges[1] = cpu.read().orElseThrow();
              }
            });
    if (result.failed() > 0) {
      throw new IllegalStateException(
          result.failed() + " requests failed: " + result.errorSamples());
    }
    return (double) (edges[1].workNanos() - edges[0].workNanos()) / result.passed();
  }
}
