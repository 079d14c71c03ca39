package dev.fanout.benchmarks;

import dev.fanout.catalog.Topology;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times commands from the start of the launcher's process, shell and JVM included. Each run of
 * {@code generate} gets a fresh folder, and none is deleted in between: a file system without
 * journal is slow to create files where many were just deleted.
 */
final class CommandTimes {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");

  private final Path home;
  private final Path folder;
  private final Topology topology;
  private final int apis;
  private final int runs;

  CommandTimes(Path home, Path folder, Topology topology, int apis, int runs) {
    this.home = home;
    this.folder = folder;
    this.topology = topology;
    this.apis = apis;
    this.runs = runs;
  }

  /** Seconds, in order of the runs. */
  record Times(String what, double[] seconds) {
    @Override
    public String toString() {
      double[] sorted = seconds.clone();
      Arrays.sort(sorted);
      int middle = sorted.length / 2;
      double median =
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return String.format(
          Locale.ROOT,
          "%s: minimum %.2f s, median %.2f s, maximum %.2f s, n = %d runs",
          what,
          sorted[0],
          median,
          sorted[sorted.length - 1],
          sorted.length);
    }
  }

  /** What the first run generated. */
  Path estate() {
    return folder.resolve("estate-0");
  }

  Times generate() throws IOException, InterruptedException {
    double[] seconds = new double[runs];
    for (int run = 0; run < runs; run++) {
      long started = System.nanoTime();
      Process process =
          launcher(
                  "generate",
                  "--topology",
                  topology.id(),
                  "--apis",
                  String.valueOf(apis),
                  "--out",
                  folder.resolve("estate-" + run).toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      int exitCode = process.waitFor();
      seconds[run] = (System.nanoTime() - started) / 1e9;
      if (exitCode != 0) {
        throw new IOException("fanout generate ended with " + exitCode);
      }
    }
    return new Times(
        String.format(
            Locale.ROOT, "fanout generate, %s, %,d APIs, to its end", topology.id(), apis),
        seconds);
  }

  /** Up to the first 200 on {@code path}. */
  Times gateway(String connectTo, String path) throws IOException, InterruptedException {
    double[] seconds = new double[runs];
    for (int run = 0; run < runs; run++) {
      long started = System.nanoTime();
      Process process =
          launcher("gateway", "--artifacts", estate().toString(), "--connect-to", connectTo)
              .start();
      try {
        firstRequest(port(process), path);
        seconds[run] = (System.nanoTime() - started) / 1e9;
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
    return new Times(
        String.format(
            Locale.ROOT,
            "fanout gateway, %s, %,d APIs, to the first 200 on the last",
            topology.id(),
            apis),
        seconds);
  }

  /** Sends one request, and fails unless the answer is a 200. */
  static void firstRequest(int port, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      if (!status.endsWith(" 200")) {
        throw new IOException(path + " was answered with '" + status + "'");
      }
    }
  }

  private ProcessBuilder launcher(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("fanout").toString());
    builder.command().addAll(Arrays.asList(arguments));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static int port(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
      line = out.readLine();
    }
    throw new IOException("fanout gateway ended before it served");
  }
}
