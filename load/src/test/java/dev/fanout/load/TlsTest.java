package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  @TempDir private static Path folder;
  private static SSLContext serverContext;
  private static Path certificate;
  private static LoadRunner runner;
  private static final Set<String> protocols = ConcurrentHashMap.newKeySet();

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = folder.resolve("store.p12");
    certificate = folder.resolve("certificate.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        store.toString(),
        "-storepass",
        "changeit",
        "-file",
        certificate.toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    serverContext = SSLContext.getInstance("TLS");
    serverContext.init(managers.getKeyManagers(), null, null);
    runner = new LoadRunner();
  }

  @AfterAll
  static void stopLoops() {
    runner.close();
  }

  @Test
  void a_trusted_server_is_loaded_on_connections_that_stay() throws Exception {
    try (StubServer server = server()) {
      for (LoadModel model : Trial.bothModels()) {
        TrialResult result = run(server, model, "localhost", TlsOptions.trusting(certificate));

        assertThat(result.stopped()).isEmpty();
        assertThat(result.errors()).isEmpty();
        assertThat(result.passed()).isEqualTo(result.requests()).isPositive();
        assertThat(result.socketsOpened()).isLessThan(result.requests());
        assertThat(protocols).containsOnly("http/1.1");
      }
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_ends_the_trial_as_tls() throws Exception {
    try (StubServer server = server()) {
      TrialResult result = run(server, new LoadModel.Closed(2), "localhost", TlsOptions.DEFAULT);

      StopReason reason = result.stopped().orElseThrow();
      assertThat(reason.kind()).isEqualTo(ErrorKind.TLS);
      assertThat(reason.message())
          .startsWith("no connection to 127.0.0.1:" + server.address().getPort())
          .contains("unable to find valid certification path");
    }
  }

  @Test
  void a_certificate_for_another_name_ends_the_trial_as_tls() throws Exception {
    try (StubServer server = server()) {
      TrialResult result =
          run(server, new LoadModel.Closed(2), "contoso.example", TlsOptions.trusting(certificate));

      assertThat(result.stopped().orElseThrow().kind()).isEqualTo(ErrorKind.TLS);
      assertThat(result.stopped().orElseThrow().message()).contains("contoso.example");
    }
  }

  @Test
  void anybody_is_trusted_when_told_so() throws Exception {
    try (StubServer server = server()) {
      TrialResult result =
          run(server, new LoadModel.Closed(2), "contoso.example", TlsOptions.INSECURE);

      assertThat(result.errors()).isEmpty();
      assertThat(result.passed()).isPositive();
    }
  }

  @Test
  void a_server_without_tls_is_told_from_one_that_refuses() throws Exception {
    try (StubServer server = StubServer.start(StubServer.raw("HTTP/1.1 400 Bad\r\n\r\n"))) {
      TrialResult result = run(server, new LoadModel.Closed(1), "localhost", TlsOptions.INSECURE);

      assertThat(result.stopped().orElseThrow().kind()).isEqualTo(ErrorKind.TLS);
    }
  }

  @Test
  void a_file_without_certificates_is_refused_by_name() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

    assertThatThrownBy(() -> TlsOptions.trusting(empty).context())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty.pem");
  }

  @Test
  void a_single_request_judges_the_certificate_too() throws Exception {
    try (StubServer server = server()) {
      SingleRequest trusting =
          new SingleRequest(
              plan(server, new LoadModel.Closed(1), "localhost", TlsOptions.trusting(certificate)));
      SingleRequest doubting =
          new SingleRequest(plan(server, new LoadModel.Closed(1), "localhost", TlsOptions.DEFAULT));

      assertThat(trusting.send(0).error()).isEmpty();
      assertThat(trusting.send(0).status()).isEqualTo(200);
      assertThat(doubting.send(0).error()).contains(ErrorKind.TLS);
    }
  }

  private static TrialResult run(
      StubServer server, LoadModel model, String host, TlsOptions options)
      throws InterruptedException {
    return runner.run(plan(server, model, host, options));
  }

  private static TrialPlan plan(
      StubServer server, LoadModel model, String host, TlsOptions options) {
    return new TrialPlan(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort()),
        host,
        model,
        Trial.get(),
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        Trial.SEED,
        Limits.DEFAULT,
        Optional.of(options),
        OptionalDouble.empty());
  }

  /** Notes the protocol that ALPN has agreed on; empty when the client offered none. */
  private static StubServer server() throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            serverContext
                .getServerSocketFactory()
                .createServerSocket(0, 64, InetAddress.getLoopbackAddress());
    SSLParameters parameters = listener.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    listener.setSSLParameters(parameters);
    return StubServer.startOnSockets(
        listener,
        (socket, line, number, out) -> {
          protocols.add(((SSLSocket) socket).getApplicationProtocol());
          StubServer.write(out, StubServer.ok("ok"));
        });
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
