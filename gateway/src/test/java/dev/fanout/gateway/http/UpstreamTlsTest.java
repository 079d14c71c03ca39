package dev.fanout.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An https upstream with a certificate for {@code upstream.test}, made for the test. */
class UpstreamTlsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir static Path folder;
  private static KeyStore keys;

  @BeforeAll
  static void make_a_certificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "upstream",
                "-keyalg",
                "EC",
                "-dname",
                "CN=upstream.test",
                "-ext",
                "san=dns:upstream.test",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "upstream.test, FULL,       true,  200",
    "other.test,    FULL,       true,  CONNECT",
    "other.test,    CHAIN_ONLY, true,  200",
    "upstream.test, FULL,       false, CONNECT",
    "upstream.test, CHAIN_ONLY, false, CONNECT",
    "other.test,    NONE,       false, 200",
  })
  void the_certificate_is_checked_as_asked(
      String host, TlsVerification verification, boolean trusted, String expected)
      throws Exception {
    try (SSLServerSocket listener = listen()) {
      serve(listener);
      UpstreamOptions options =
          UpstreamOptions.defaults()
              .withConnectTo(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
      if (trusted) {
        options = options.withTrust(trust());
      }
      assertThat(ask(options, new UpstreamAuthority("https", host, 443, verification)))
          .isEqualTo(expected);
    }
  }

  @Test
  void a_mock_that_stands_for_every_upstream_is_spoken_to_in_plain_http() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      serve(listener);
      UpstreamOptions options =
          UpstreamOptions.defaults()
              .withPlainConnectTo(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
      assertThat(ask(options, new UpstreamAuthority("https", "upstream.test", 443)))
          .isEqualTo("200");
    }
  }

  @Test
  void a_connection_is_used_again() throws Exception {
    try (SSLServerSocket listener = listen();
        EventLoops loops = EventLoops.create(1);
        UpstreamPools pools =
            new UpstreamPools(
                loops,
                UpstreamOptions.defaults()
                    .withTrust(trust())
                    .withConnectTo(
                        new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), listener.getLocalPort())))) {
      serve(listener);
      UpstreamAuthority authority = new UpstreamAuthority("https", "upstream.test", 443);
      for (int i = 0; i < 3; i++) {
        assertThat(ask(loops, pools, authority)).isEqualTo("200");
      }
      assertThat(pools.counters()).isEqualTo(new PoolCounters(1, 2, 1, 1, 0, 0, 0, 0));
    }
  }

  private static String ask(UpstreamOptions options, UpstreamAuthority authority) throws Exception {
    try (EventLoops loops = EventLoops.create(1);
        UpstreamPools pools = new UpstreamPools(loops, options)) {
      return ask(loops, pools, authority);
    }
  }

  private static String ask(EventLoops loops, UpstreamPools pools, UpstreamAuthority authority)
      throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    var loop = loops.next();
    loop.execute(
        () ->
            pools.send(
                loop,
                new UpstreamRequest(
                    "",
                    authority,
                    "GET",
                    "/",
                    new HttpHeaders(),
                    OutgoingBody.EMPTY,
                    Duration.ofSeconds(20)),
                new UpstreamCallback() {
                  @Override
                  public void onResponse(UpstreamResponse response) {
                    response
                        .body()
                        .aggregate(
                            100,
                            new AggregateCallback() {
                              @Override
                              public void onBytes(byte[] bytes, HttpHeaders trailers) {
                                answer.complete(String.valueOf(response.head().status()));
                              }

                              @Override
                              public void onFailure(BodyFailure failure) {
                                answer.complete(failure.name());
                              }
                            });
                  }

                  @Override
                  public void onFailure(UpstreamFailure failure) {
                    answer.complete(failure.kind().name());
                  }
                }));
    return answer.get();
  }

  private static SSLServerSocket listen() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static TrustManagerFactory trust() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "upstream", Optional.ofNullable(keys.getCertificate("upstream")).orElseThrow());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory;
  }

  private static void serve(ServerSocket listener) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket socket = listener.accept();
                  Wire wire = new Wire(socket)) {
                while (true) {
                  wire.readHead();
                  wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                }
              } catch (IOException refused) {
                // The gateway did not like the certificate, or is done.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
