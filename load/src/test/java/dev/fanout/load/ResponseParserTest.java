package dev.fanout.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {

  @Nested
  class ReadsWhatNettysDecoderReads {
    @Test
    void for_random_responses_cut_at_random_places() {
      for (long seed = 0; seed < 2_000; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] response = randomResponse(random).getBytes(ISO_8859_1);
        EmbeddedChannel netty =
            new EmbeddedChannel(new HttpResponseDecoder(), new HttpObjectAggregator(1 << 20));
        ResponseParser parser = new ResponseParser();
        parser.expect(false, true);

        int at = 0;
        while (at < response.length) {
          int length = Math.min(response.length - at, 1 + random.nextInt(40));
          netty.writeInbound(Unpooled.copiedBuffer(response, at, length));
          assertThat(parser.isDone()).as("seed %d", seed).isFalse();
          assertThat(parser.feed(response, at, at + length)).isEqualTo(at + length);
          at += length;
        }

        FullHttpResponse expected = netty.readInbound();
        assertThat(parser.fault()).as("seed %d", seed).isNull();
        assertThat(parser.isDone()).as("seed %d", seed).isTrue();
        assertThat(parser.status()).isEqualTo(expected.status().code());
        assertThat(new String(parser.body(), 0, parser.keptLength(), ISO_8859_1))
            .as("seed %d", seed)
            .isEqualTo(expected.content().toString(ISO_8859_1));
        assertThat(parser.bodyLength()).isEqualTo(expected.content().readableBytes());
        expected.release();
        netty.finishAndReleaseAll();
      }
    }

    private String randomResponse(SplittableRandom random) {
      int status = new int[] {200, 201, 404, 503, 302}[random.nextInt(5)];
      String body = "x\r\n{\"é\"}".repeat(random.nextInt(60));
      StringBuilder text =
          new StringBuilder("HTTP/1.1 ").append(status).append(random.nextBoolean() ? " " : " Any");
      text.append("\r\n");
      for (int i = random.nextInt(4); i > 0; i--) {
        text.append(random.nextBoolean() ? "Content-Type: a/b\r\n" : "X-Tee:  c , d \r\n");
      }
      if (random.nextBoolean()) {
        return text.append(random.nextBoolean() ? "content-LENGTH:" : "Content-Length: ")
            .append(body.length())
            .append(random.nextBoolean() ? " \r\n\r\n" : "\r\n\r\n")
            .append(body)
            .toString();
      }
      text.append("Transfer-Encoding: Chunked\r\n\r\n");
      int at = 0;
      while (at < body.length()) {
        int size = Math.min(body.length() - at, 1 + random.nextInt(200));
        text.append(random.nextBoolean() ? "0" : "")
            .append(Integer.toHexString(size))
            .append(random.nextBoolean() ? ";ext=1\r\n" : "\r\n")
            .append(body, at, at + size)
            .append("\r\n");
        at += size;
      }
      return text.append("0\r\n")
          .append(random.nextBoolean() ? "Trailer: t\r\n\r\n" : "\r\n")
          .toString();
    }
  }

  @Nested
  class TheEndOfAResponse {
    @ParameterizedTest
    @CsvSource({
      "'HTTP/1.1 204 None\r\n\r\n', true",
      "'HTTP/1.1 304 Same\r\nContent-Length: 99\r\n\r\n', true",
      "'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', true",
      "'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', false",
      "'HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 0\r\n\r\n', false",
      "'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', false",
      "'HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n', true",
      "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: a\r\n\r\n"
          + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', true"
    })
    void is_known_and_so_is_whether_the_connection_may_be_used_again(
        String response, boolean keepAlive) {
      ResponseParser parser = fed(response, false);

      assertThat(parser.isDone()).isTrue();
      assertThat(parser.keepAlive()).isEqualTo(keepAlive);
    }

    @Test
    void of_a_head_request_is_the_end_of_the_head() {
      assertThat(fed("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", true).isDone()).isTrue();
      assertThat(fed("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", false).isDone()).isFalse();
    }

    @Test
    void without_any_length_is_the_end_of_the_connection() {
      ResponseParser parser = fed("HTTP/1.1 200 OK\r\n\r\nsome", false);
      assertThat(parser.isDone()).isFalse();

      parser.end();

      assertThat(parser.isDone()).isTrue();
      assertThat(parser.keepAlive()).isFalse();
      assertThat(parser.bodyLength()).isEqualTo(4);
    }

    @Test
    void leaves_bytes_behind_it_alone() {
      byte[] bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP".getBytes(ISO_8859_1);
      ResponseParser parser = new ResponseParser();
      parser.expect(false, true);

      assertThat(parser.feed(bytes, 0, bytes.length)).isEqualTo(bytes.length - 4);
      assertThat(parser.isDone()).isTrue();
    }

    @Test
    void that_comes_too_early_does_not_count() {
      ResponseParser parser = fed("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1234", false);

      parser.end();

      assertThat(parser.isDone()).isFalse();
      assertThat(parser.progress()).isEqualTo("after 4 of 9 body bytes");
    }
  }

  @Nested
  class IsStrict {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "HTTP/2 200 OK\r\n",
          "HTTP/1.1 20 OK\r\n",
          "HTTP/1.1 2000 OK\r\n",
          "HTTP/1.1  200 OK\r\n",
          "HTTP/1.1 200 OK\n",
          "HTTP/1.1 101 Switching\r\n",
          "<html>\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: \r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n",
          "HTTP/1.1 200 OK\r\nX: a\r\n folded\r\n",
          "HTTP/1.1 200 OK\r\nX : a\r\n",
          "HTTP/1.1 200 OK\r\nno colon\r\n",
          "HTTP/1.1 200 OK\r\nnocolon\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000000\r\n"
        })
    void about_what_two_readers_could_read_differently(String response) {
      assertThat(fed(response, false).fault()).isNotNull();
    }

    @Test
    void about_heads_without_end() {
      ResponseParser parser = fed("HTTP/1.1 200 OK\r\n", false);
      byte[] header =
          "X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".getBytes(ISO_8859_1);
      for (int i = 0; i < 2_000; i++) {
        parser.feed(header, 0, header.length);
      }

      assertThat(parser.fault()).isEqualTo("head or trailers longer than 64 KiB");
    }
  }

  @Test
  void keeps_no_more_of_a_body_than_its_limit_and_counts_all() {
    ResponseParser parser = fed("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", false);
    byte[] body = new byte[100_000];

    parser.feed(body, 0, body.length);

    assertThat(parser.isDone()).isTrue();
    assertThat(parser.bodyLength()).isEqualTo(100_000);
    assertThat(parser.keptLength()).isEqualTo(ResponseParser.MAX_KEPT_BODY);
  }

  private static ResponseParser fed(String response, boolean headRequest) {
    ResponseParser parser = new ResponseParser();
    parser.expect(headRequest, true);
    byte[] bytes = response.getBytes(ISO_8859_1);
    parser.feed(bytes, 0, bytes.length);
    return parser;
  }
}
