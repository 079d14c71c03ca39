package dev.fanout.cli;

import dev.fanout.artifacts.EstateGenerator;
import dev.fanout.artifacts.EstateWriter;
import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Catalogs;
import dev.fanout.catalog.Topology;
import dev.fanout.gateway.GatewayOptions;
import dev.fanout.gateway.LocalGateway;
import dev.fanout.gateway.VariantOptions;
import dev.fanout.gateway.http.UpstreamOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * {@code fanout load-classes}: uses what the commands use that should start fast, so that the
 * launcher can archive the classes that this loads. Writes two small estates to a temporary folder,
 * serves them and sends each a request; prints nothing and leaves nothing behind.
 */
@Command(
    name = "load-classes",
    hidden = true,
    header = "Loads what generate and gateway need; for the launcher.")
public final class LoadClassesCommand implements Callable<Integer> {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final byte[] ANSWER =
      ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");

  LoadClassesCommand() {}

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("fanout-classes");
    try (ServerSocket upstream = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(upstream), "upstream");
      answering.setDaemon(true);
      answering.start();
      serve(folder, (InetSocketAddress) upstream.getLocalSocketAddress());
    } finally {
      delete(folder);
    }
    return ExitCode.OK;
  }

  private static void serve(Path folder, InetSocketAddress upstream) throws IOException {
    Catalog catalog = Catalogs.published(2);
    List<VariantOptions> variants = new ArrayList<>();
    for (Topology topology : List.of(Topology.SHARED_BACKEND, Topology.PER_API)) {
      Path estate = folder.resolve(topology.id());
      new EstateWriter().write(new EstateGenerator().generate(catalog, topology), estate).orThrow();
      variants.add(VariantOptions.folder(topology.id(), estate));
    }
    Api last = catalog.apis().get(catalog.apis().size() - 1);
    GatewayOptions options =
        GatewayOptions.of(variants.toArray(VariantOptions[]::new))
            .withUpstream(UpstreamOptions.defaults().withPlainConnectTo(upstream));
    try (LocalGateway gateway = LocalGateway.start(options)) {
      for (String variant : gateway.variants()) {
        request(gateway.port(variant), last.requestPrefix() + "/resource/1?a=b");
      }
    }
  }

  private static void request(int port, String target) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write(ascii("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        throw new IOException(
            "the gateway answered '" + answer.lines().findFirst().orElse("") + "'");
      }
    }
  }

  /** Answers one request without a body on each connection, until the socket is closed. */
  private static void answer(ServerSocket upstream) {
    while (!upstream.isClosed()) {
      try (Socket socket = upstream.accept()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        BufferedReader head =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = head.readLine();
        while (line != null && !line.isEmpty()) {
          line = head.readLine();
        }
        socket.getOutputStream().write(ANSWER);
      } catch (IOException e) {
        // The gateway then answers 500, and the command fails.
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
