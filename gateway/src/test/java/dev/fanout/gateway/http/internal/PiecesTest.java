package dev.fanout.gateway.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However the network cuts a message into pieces, it means the same. */
class PiecesTest {
  private static final long SEED = 20_261_124;
  private static final int ROUNDS = 3_000;

  private static final List<String> MESSAGES =
      List.of(
          "GET /a HTTP/1.1\r\nHost: a\r\nX:  y \r\n\r\n",
          "\r\nPOST /a?b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "3;x=\"y\"\r\nabc\r\n0a\r\n0123456789\r\n0\r\nT: 1\r\nU:\r\n\r\n",
          "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd",
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
          "GET /\r\n\r\n",
          "GET / HTTP/1.1\r\nA: " + "b".repeat(3000) + "\r\n\r\n",
          "GET / HTTP/1.1\r\nA: " + "b".repeat(5000) + "\r\n\r\n",
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA : b\r\n\r\n");

  @Test
  void a_message_reads_the_same_in_any_pieces() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      // Each conversation is two messages, since what lies behind the first must not be lost.
      String text =
          MESSAGES.get(random.nextInt(MESSAGES.size()))
              + MESSAGES.get(random.nextInt(MESSAGES.size()));
      List<Integer> cuts = new ArrayList<>();
      for (int at = 0;
          at < text.length();
          at += 1 + random.nextInt(random.nextBoolean() ? 3 : 700)) {
        cuts.add(at);
      }
      cuts.add(text.length());
      assertThat(read(text, cuts))
          .as("seed %d, round %d, cuts %s of %s", SEED, round, cuts, text)
          .isEqualTo(read(text, List.of(0, text.length())));
    }
  }

  @Test
  void random_bytes_end_in_an_answer_or_in_waiting_and_never_in_another_exception() {
    Random random = new Random(SEED);
    String alphabet = "GET /HTP1.0:\r\n\t ;aZ0\0\u00ff,chunked";
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(MESSAGES.get(random.nextInt(MESSAGES.size())));
      for (int i = random.nextInt(4); i >= 0; i--) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(read(text.toString(), List.of(0, text.length())))
          .as("seed %d, round %d: %s", SEED, round, text)
          .isNotNull();
    }
  }

  /** Everything that a reader learns, as one text. */
  private static String read(String text, List<Integer> cuts) {
    HeadParser parser = new HeadParser(HeadParser.Kind.REQUEST, 1024, 4096, 10);
    BodyDecoder decoder = new BodyDecoder(4096, 10);
    StringBuilder events = new StringBuilder();
    List<String> encodings = new ArrayList<>();
    List<String> lengths = new ArrayList<>();
    FieldSink fields =
        (name, value) -> {
          events.append(name).append('=').append(value).append('|');
          if (name.equals("Transfer-Encoding")) {
            encodings.add(value);
          } else if (name.equals("Content-Length")) {
            lengths.add(value);
          }
        };
    ByteBuf in = Unpooled.EMPTY_BUFFER;
    boolean inBody = false;
    try {
      for (int i = 1; i < cuts.size(); i++) {
        byte[] piece =
            text.substring(cuts.get(i - 1), cuts.get(i)).getBytes(StandardCharsets.ISO_8859_1);
        in = Unpooled.copiedBuffer(in, Unpooled.wrappedBuffer(piece));
        boolean progress = true;
        while (progress) {
          if (!inBody) {
            progress = in.isReadable() && parser.parse(in, fields);
            if (progress) {
              events.append(parser.method()).append(' ').append(parser.target()).append(' ');
              events.append(parser.headBytes()).append('\n');
              decoder.start(Framing.ofRequest(parser.minorVersion(), encodings, lengths), fields);
              encodings.clear();
              lengths.clear();
              inBody = true;
            }
          } else {
            switch (decoder.next(in)) {
              case MORE -> progress = false;
              case DATA -> {
                ByteBuf data = decoder.takeData();
                events.append(data.toString(StandardCharsets.ISO_8859_1));
                data.release();
              }
              case END -> {
                events.append("END\n");
                inBody = false;
              }
            }
          }
        }
      }
      return events.append(inBody ? "within body" : "within head").toString();
    } catch (MalformedMessageException malformed) {
      return events.append(malformed.status()).append(malformed.getMessage()).toString();
    }
  }
}
