package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {
  @Nested
  class AFile {
    @TempDir Path folder;

    @Test
    void has_its_columns_in_the_first_line_and_quotes_where_they_are_needed() throws IOException {
      Parameters parameters = csv("city,note\r\nUlm,\"a, \"\"b\"\"\nc\"\r\n\r\nKöln,\r\n");

      assertThat(parameters.columns()).containsExactly("city", "note");
      assertThat(parameters.rows())
          .containsExactly(List.of("Ulm", "a, \"b\"\nc"), List.of("Köln", ""));
    }

    @Test
    void may_begin_with_a_byte_order_mark_and_end_without_a_line_break() throws IOException {
      assertThat(csv("\uFEFFa\n1\n2").rows()).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void is_refused_with_the_line_that_is_wrong() {
      assertThatThrownBy(() -> csv("a,b\n1,2\n3\n"))
          .hasMessageContaining("line 3 has 1 values for 2 columns");
      assertThatThrownBy(() -> csv("a,b\n\"1\n\",2\n\"3\"x,4\n"))
          .hasMessageContaining("line 4 has text between a closing quote");
      assertThatThrownBy(() -> csv("a\n\"1\n"))
          .hasMessageContaining("line 2 opens a quote for good");
      assertThatThrownBy(() -> csv("")).hasMessageContaining("no line with column names");
      assertThatThrownBy(() -> csv("a\n")).hasMessageContaining("0 rows");
      assertThatThrownBy(() -> csv("a,a\n1,2\n")).hasMessageContaining("column a is there twice");
      assertThatThrownBy(() -> csv("id\n1\n")).hasMessageContaining("column 'id'");
    }

    private Parameters csv(String text) throws IOException {
      Path file = folder.resolve("values.csv");
      Files.writeString(file, text, UTF_8);
      return Parameters.csv(file, Parameters.Order.RANDOM);
    }
  }

  @Nested
  class Holes {
    private static final Parameters CITIES =
        new Parameters(
            List.of("city", "key"),
            List.of(List.of("São Paulo/1", "k1"), List.of("Ulm", "k22")),
            Parameters.Order.RANDOM);

    @Test
    void are_percent_encoded_in_the_target_and_as_they_stand_elsewhere() {
      RequestTemplate template =
          new RequestTemplate(
              "a",
              "o",
              "POST",
              "/{city}/{id}?c={city}&x={unknown}",
              List.of(Map.entry("Key", "<{key}>")),
              "{\"city\":\"{city}\",\"id\":{id}}",
              Set.of(200),
              new BodyCheck.Anything());

      String body = "{\"city\":\"São Paulo/1\",\"id\":70}";
      assertThat(encoded(template, 70, 0))
          .isEqualTo(
              "POST /S%C3%A3o%20Paulo%2F1/70?c=S%C3%A3o%20Paulo%2F1&x={unknown} HTTP/1.1\r\n"
                  + "Host: contoso\r\nKey: <k1>\r\nContent-Length: "
                  + body.getBytes(UTF_8).length
                  + "\r\n\r\n"
                  + body);
      assertThat(encoded(template, 7, 1))
          .contains("POST /Ulm/7?c=Ulm&")
          .contains("Key: <k22>\r\n")
          .contains("Content-Length: 21\r\n")
          .endsWith("{\"city\":\"Ulm\",\"id\":7}");
    }

    @Test
    void a_value_cannot_break_out_of_a_header() {
      Parameters evil =
          new Parameters(
              List.of("key"), List.of(List.of("a\r\nX: y")), Parameters.Order.SEQUENTIAL);
      RequestTemplate template =
          new RequestTemplate(
              "a",
              "o",
              "GET",
              "/{key}",
              List.of(Map.entry("Key", "{key}")),
              "",
              Set.of(200),
              new BodyCheck.Anything());

      assertThatThrownBy(
              () -> new EncodedRequest(template, "contoso", new HoleValues(List.of(evil))))
          .hasMessageContaining("column key, row 1");
    }

    @Test
    void messages_show_the_target_without_its_secrets() {
      HoleValues values = new HoleValues(List.of(CITIES));
      String target =
          values.target("/{city}?subscription-key={key}&a=1&code=c0de", 1, new int[] {1});

      assertThat(EncodedRequest.forMessages(target))
          .isEqualTo("/Ulm?subscription-key=…&a=1&code=…");
      assertThat(CITIES).hasToString("Parameters[columns=[city, key], 2 rows, RANDOM]");
    }

    private static String encoded(RequestTemplate template, int id, int row) {
      EncodedRequest request =
          new EncodedRequest(template, "contoso", new HoleValues(List.of(CITIES)));
      ByteBuf out = Unpooled.buffer(request.maxBytes(), request.maxBytes());
      request.writeTo(out, id, new int[] {row});
      return out.toString(UTF_8);
    }
  }

  @Nested
  class InALoad {
    @Test
    void rows_in_turn_are_sent_in_turn_and_their_columns_together() throws Exception {
      Parameters pairs =
          new Parameters(
              List.of("a", "b"),
              List.of(List.of("1", "x"), List.of("2", "y"), List.of("3", "z")),
              Parameters.Order.SEQUENTIAL);
      RequestMix mix =
          new RequestMix(
                  List.of(RequestTemplate.get("svc", "get", "/{a}/{b}", new BodyCheck.Anything())),
                  RequestMix.Selection.ROUND_ROBIN)
              .withParameters(List.of(pairs));
      try (StubServer server = StubServer.start(StubServer.echo(""));
          LoadRunner runner = new LoadRunner()) {
        TrialResult result = runner.run(Trial.plan(server, new LoadModel.Closed(1), mix));

        assertThat(result.errors()).isEmpty();
        assertThat(server.requestLines.subList(0, 4))
            .containsExactly(
                "GET /1/x HTTP/1.1", "GET /2/y HTTP/1.1", "GET /3/z HTTP/1.1", "GET /1/x HTTP/1.1");
      }
    }
  }
}
