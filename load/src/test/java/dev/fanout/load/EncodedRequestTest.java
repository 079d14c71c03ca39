package dev.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedRequestTest {
  @Test
  void writes_the_target_as_it_stands_with_the_number_in_each_hole() {
    RequestTemplate template =
        new RequestTemplate(
            "a",
            "o",
            "POST",
            "/a%2F{id}/b+c?k={id}&e=",
            List.of(Map.entry("X-One", "1"), Map.entry("x-one", "2")),
            "ä",
            Set.of(200),
            new BodyCheck.Anything());

    assertThat(encoded(template, 1_000))
        .isEqualTo(
            "POST /a%2F1000/b+c?k=1000&e= HTTP/1.1\r\nHost: contoso\r\nX-One: 1\r\nx-one: 2\r\n"
                + "Content-Length: 2\r\n\r\nä");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 10, 99, 100, 999_999_999, Integer.MAX_VALUE})
  void writes_every_number_in_decimal(int id) {
    RequestTemplate template = RequestTemplate.get("a", "o", "/{id}", new BodyCheck.Anything());

    assertThat(encoded(template, id)).startsWith("GET /" + id + " HTTP/1.1\r\n");
  }

  @Test
  void a_template_cannot_break_out_of_its_request() {
    assertThatThrownBy(() -> RequestTemplate.get("a", "o", "/a b", new BodyCheck.Anything()))
        .hasMessageContaining("target '/a b'");
    for (Map.Entry<String, String> header :
        List.of(
            Map.entry("X\r\nY", "v"),
            Map.entry("X", "v\r\nY: w"),
            Map.entry("Host", "other"),
            Map.entry("content-length", "1"))) {
      assertThatThrownBy(
              () ->
                  new RequestTemplate(
                      "a",
                      "o",
                      "GET",
                      "/",
                      List.of(header),
                      "",
                      Set.of(200),
                      new BodyCheck.Anything()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String encoded(RequestTemplate template, int id) {
    EncodedRequest request = new EncodedRequest(template, "contoso", new HoleValues(List.of()));
    ByteBuf out = Unpooled.buffer(request.maxBytes(), request.maxBytes());
    request.writeTo(out, id, new int[0]);
    return out.toString(UTF_8);
  }
}
