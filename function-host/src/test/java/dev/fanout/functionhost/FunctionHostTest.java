package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.functionhost.FunctionHostOptions.Waiting;
import dev.fanout.functionhost.RawClient.Response;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionHostTest {
  @TempDir Path folder;

  @BeforeEach
  void packSamples() throws Exception {
    Files.writeString(
        folder.resolve("host.json"), "{\"extensions\":{\"http\":{\"routePrefix\":\"/v9/x/\"}}}");
    String entry = SampleFunctions.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(folder.resolve("samples.jar"));
        JarOutputStream jar = new JarOutputStream(file);
        InputStream bytes = SampleFunctions.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      bytes.transferTo(jar);
      jar.closeEntry();
    }
  }

  private void define(String function, String route, String method) throws Exception {
    Path definition = Files.createDirectories(folder.resolve(function)).resolve("function.json");
    Files.writeString(
        definition,
        """
        {"scriptFile": "../samples.jar",
         "entryPoint": "%s.%s",
         "bindings": [
           {"type": "httpTrigger", "direction": "in", "name": "r", "route": "%s", "methods": ["%s"]},
           {"type": "http", "direction": "out", "name": "$return"}]}
        """
            .formatted(SampleFunctions.class.getName(), function, route, method));
  }

  private FunctionHost start() throws Exception {
    return FunctionHost.start(FunctionHostOptions.of(folder, 0, Waiting.TIMER));
  }

  @Nested
  class BindsByAnnotation {
    @Test
    void the_route_values_decoded_and_the_context() throws Exception {
      define("greet", "hello/{name}", "get");
      try (FunctionHost host = start()) {
        Response response = RawClient.get(host.port(), "/v9/x/hello/a%20b+c?q=1&q=2&e");

        assertThat(response.body()).isEqualTo("greet greets a b+c {q=1,2, e=}");
      }
    }

    @Test
    void a_name_without_a_value_fails_as_in_the_java_worker() throws Exception {
      define("greet", "hello/{*name}", "get");
      try (FunctionHost host = start()) {
        assertThat(RawClient.get(host.port(), "/v9/x/hello").status()).isEqualTo(500);
        assertThat(RawClient.get(host.port(), "/v9/x/hello/you").status()).isEqualTo(200);
      }
    }

    @Test
    void the_body_in_the_form_that_is_declared() throws Exception {
      define("bytes", "bytes", "post");
      try (FunctionHost host = start()) {
        Response response =
            RawClient.once(
                host.port(),
                "POST /v9/x/bytes HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.head()).contains("X-Length: 5");
        assertThat(response.body()).isEqualTo("abcde");
      }
    }

    @Test
    void a_uri_even_when_the_target_is_none() throws Exception {
      define("uri", "uri/{*rest}", "get");
      try (FunctionHost host = start()) {
        assertThat(RawClient.get(host.port(), "/v9/x/uri/a%2Fb?c=%20").body())
            .isEqualTo("http://h/v9/x/uri/a%2Fb?c=%20");
        assertThat(RawClient.get(host.port(), "/v9/x/uri/a|b%zz\"").body())
            .isEqualTo("http://localhost/v9/x/uri/a%7Cb%25zz%22");
      }
    }
  }

  @Nested
  class WhenAFunctionMisbehaves {
    @Test
    void an_exception_is_500_and_the_host_lives_on() throws Exception {
      define("broken", "broken", "get");
      try (FunctionHost host = start()) {
        assertThat(RawClient.get(host.port(), "/v9/x/broken").status()).isEqualTo(500);
        assertThat(RawClient.get(host.port(), "/v9/x/broken").status()).isEqualTo(500);
        assertThat(host.counters().failed()).isEqualTo(2);
      }
    }

    @Test
    void one_that_never_returns_holds_up_no_other() throws Exception {
      define("stuck", "stuck", "get");
      define("bytes", "bytes", "post");
      try (FunctionHost host = start();
          RawClient waiting = new RawClient(host.port())) {
        waiting.send("GET /v9/x/stuck HTTP/1.1\r\nHost: h\r\n\r\n");
        Response other =
            RawClient.once(
                host.port(), "POST /v9/x/bytes HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

        assertThat(other.status()).isEqualTo(201);
      }
    }
  }

  @Nested
  class StandsForAnyUpstream {
    @Test
    void paths_that_no_function_has_go_to_the_chosen_route() throws Exception {
      define("greet", "hello/{*name}", "get");
      FunctionHostOptions options =
          FunctionHostOptions.of(folder, 0, Waiting.TIMER).withElsewhere("hello");
      try (FunctionHost host = FunctionHost.start(options)) {
        assertThat(RawClient.get(host.port(), "/orders/1?q=1").body())
            .isEqualTo("greet greets orders/1 {q=1}");
        assertThat(RawClient.get(host.port(), "/v9/x/hello/you?q=1").body())
            .isEqualTo("greet greets you {q=1}");
      }
    }

    @Test
    void otherwise_they_are_not_found() throws Exception {
      define("greet", "hello/{*name}", "get");
      try (FunctionHost host = start()) {
        assertThat(RawClient.get(host.port(), "/orders/1").status()).isEqualTo(404);
      }
    }
  }

  @Nested
  class RefusesToStart {
    @Test
    void without_a_folder() {
      Path nowhere = folder.resolve("nowhere");

      assertThatThrownBy(
              () -> FunctionHost.start(FunctionHostOptions.of(nowhere, 0, Waiting.TIMER)))
          .isInstanceOf(StagingFolderException.class)
          .hasMessage(
              "no packaged function in " + nowhere + ": no such folder (mvn package makes it)");
    }

    @Test
    void with_a_method_that_is_not_in_the_class() throws Exception {
      define("absent", "absent", "get");

      assertThatThrownBy(FunctionHostTest.this::start)
          .hasMessageContaining("function absent")
          .hasMessageContaining("no public method absent");
    }

    @Test
    void with_a_parameter_that_it_cannot_bind() throws Exception {
      define("unbound", "unbound", "get");

      assertThatThrownBy(FunctionHostTest.this::start)
          .isInstanceOf(StagingFolderException.class)
          .hasMessageContaining("has no binding known here");
    }

    @Test
    void with_a_jar_outside_the_folder() throws Exception {
      define("uri", "uri", "get");
      Path file = folder.resolve("uri/function.json");
      Files.writeString(file, Files.readString(file).replace("../samples", "../../samples"));

      assertThatThrownBy(FunctionHostTest.this::start)
          .hasMessageContaining("names the jar ../../samples.jar, which is not there");
    }

    @Test
    void on_an_address_that_others_can_reach() {
      assertThatThrownBy(
              () ->
                  new FunctionHostOptions(
                      folder,
                      new InetSocketAddress("0.0.0.0", 0),
                      10,
                      Waiting.TIMER,
                      Optional.empty(),
                      10))
          .hasMessageContaining("is not loopback");
    }

    @Test
    void on_a_port_that_is_taken() throws Exception {
      define("uri", "uri", "get");
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = taken.getLocalPort();

        assertThatThrownBy(
                () -> FunctionHost.start(FunctionHostOptions.of(folder, port, Waiting.TIMER)))
            .isInstanceOf(java.net.BindException.class)
            .hasMessageContaining("127.0.0.1:" + port);
      }
    }
  }
}
