package dev.fanout.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One conversation over raw sockets, read from a file. See {@code http-cases/README.md} for the
 * format.
 */
final class HttpCase {
  private static final String FIXED_DATE = "Sun, 06 Nov 1994 08:49:37 GMT";

  private record Step(int line, String verb, String text) {}

  private final Path file;
  private final List<Step> steps = new ArrayList<>();
  private String mode = "forward";
  private UnaryOperator<HttpServerOptions> server = options -> options;
  private Duration responseTimeout = Duration.ofSeconds(20);

  private HttpCase(Path file) {
    this.file = file;
  }

  static HttpCase read(Path file) throws IOException {
    HttpCase read = new HttpCase(file);
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("handler: ")) {
        read.mode = line.substring(9).trim();
      } else if (line.startsWith("limits: ")) {
        read.limits(line.substring(8).trim());
      } else if (line.startsWith("[") && line.endsWith("]")) {
        read.steps.add(new Step(i + 1, "[]", line.substring(1, line.length() - 1)));
      } else if (line.matches("(>>|<<|->|<-)\\|? .*|(>>|<<|->|<-)\\|?")) {
        boolean raw = line.length() > 2 && line.charAt(2) == '|';
        int start = Math.min(line.length(), raw ? 4 : 3);
        String text = unescape(line.substring(start)) + (raw ? "" : "\r\n");
        read.steps.add(new Step(i + 1, line.substring(0, 2), text));
      } else {
        throw new IOException(file + ":" + (i + 1) + ": not a step: " + line);
      }
    }
    return read;
  }

  void run() throws IOException {
    try (Proxy proxy = new Proxy(mode, 1, responseTimeout, server, pools -> pools)) {
      Wire client = proxy.client();
      Wire upstream = null;
      for (Step step : steps) {
        String where = file.getFileName() + ":" + step.line;
        switch (step.verb) {
          case ">>" -> client.send(step.text);
          case "<<" -> expect(where, client, step.text);
          case "->" -> expect(where, connected(where, upstream), step.text);
          case "<-" -> connected(where, upstream).send(step.text);
          default -> {
            switch (step.text) {
              case "upstream connects" -> upstream = proxy.acceptUpstream();
              case "upstream closes" -> connected(where, upstream).close();
              case "client connects" -> client = proxy.client();
              case "client closes" -> client.close();
              case "gateway closes client" ->
                  assertThat(client.readToEnd()).as("%s: behind the end", where).isEmpty();
              case "gateway closes upstream" ->
                  assertThat(connected(where, upstream).readToEnd())
                      .as("%s: behind the end", where)
                      .isEmpty();
              default -> throw new IOException(where + ": no directive '" + step.text + "'");
            }
          }
        }
      }
      if (!client.socket().isClosed()) {
        client.socket().shutdownOutput();
        assertThat(client.readToEnd()).as("%s: more than expected at the client", file).isEmpty();
        client.close();
      }
      long connects = steps.stream().filter(step -> step.text.equals("upstream connects")).count();
      assertThat(proxy.pools.counters().opened()).as("%s: connections", file).isEqualTo(connects);
    }
  }

  private static void expect(String where, Wire wire, String text) throws IOException {
    String read =
        text.endsWith("\r\n") && text.indexOf('\n') == text.length() - 1
            ? wire.readLine()
            : wire.read(text.length());
    if (read.startsWith("Date: ") && !read.contains(FIXED_DATE)) {
      read = "Date: *\r\n";
    }
    assertThat(read).as(where).isEqualTo(text);
  }

  private static Wire connected(String where, @Nullable Wire upstream) throws IOException {
    if (upstream == null) {
      throw new IOException(where + ": '[upstream connects]' must come before");
    }
    return upstream;
  }

  private void limits(String text) throws IOException {
    for (String setting : text.split("\\s+")) {
      String[] pair = setting.split("=", 2);
      int value = Integer.parseInt(pair[1]);
      UnaryOperator<HttpServerOptions> before = server;
      switch (pair[0]) {
        case "target-bytes" ->
            server = options -> withLimits(before.apply(options), value, -1, -1, -1, -1, -1);
        case "head-bytes" ->
            server = options -> withLimits(before.apply(options), -1, value, -1, -1, -1, -1);
        case "headers" ->
            server = options -> withLimits(before.apply(options), -1, -1, value, -1, -1, -1);
        case "body-bytes" ->
            server = options -> withLimits(before.apply(options), -1, -1, -1, value, -1, -1);
        case "head-millis" ->
            server = options -> withLimits(before.apply(options), -1, -1, -1, -1, value, -1);
        case "idle-millis" ->
            server = options -> withLimits(before.apply(options), -1, -1, -1, -1, -1, value);
        case "response-millis" -> responseTimeout = Duration.ofMillis(value);
        default -> throw new IOException(file + ": no limit '" + pair[0] + "'");
      }
    }
  }

  private static HttpServerOptions withLimits(
      HttpServerOptions options,
      int target,
      int head,
      int headers,
      int body,
      int headMillis,
      int idleMillis) {
    return new HttpServerOptions(
        options.port(),
        options.maxConnections(),
        target < 0 ? options.maxTargetBytes() : target,
        head < 0 ? options.maxHeadBytes() : head,
        headers < 0 ? options.maxHeaders() : headers,
        body < 0 ? options.maxBodyBytes() : body,
        headMillis < 0 ? options.headTimeout() : Duration.ofMillis(headMillis),
        idleMillis < 0 ? options.idleTimeout() : Duration.ofMillis(idleMillis));
  }

  private static String unescape(String text) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character != '\\') {
        bytes.append(character);
        continue;
      }
      char kind = text.charAt(++i);
      switch (kind) {
        case 'r' -> bytes.append('\r');
        case 'n' -> bytes.append('\n');
        case 't' -> bytes.append('\t');
        case '0' -> bytes.append('\0');
        case 's' -> bytes.append(' ');
        case '\\' -> bytes.append('\\');
        case 'x' -> {
          bytes.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        case '*' -> {
          // \*300:a is three hundred a
          int colon = text.indexOf(':', i);
          int count = Integer.parseInt(text.substring(i + 1, colon));
          bytes.append(String.valueOf(text.charAt(colon + 1)).repeat(count));
          i = colon + 1;
        }
        default -> throw new IllegalArgumentException("no escape \\" + kind);
      }
    }
    return bytes.toString();
  }
}
