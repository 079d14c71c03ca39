package dev.fanout.expressions.runtime.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomXmlTest {
  private final Meter meter = Fence.begin(new ExpressionLimits(100_000_000, Duration.ofMinutes(1)));

  @AfterEach
  void end() {
    Fence.end(meter);
  }

  private static final int DISABLE_FORMATTING = 1;
  private static final String[] NAMESPACES = {"", "urn:a", "urn:b"};
  private static final String NOISE = "<>&;'\"=/!?-[] x\u0001";
  private static final String[] TEXTS = {
    "x", " a < b & c > d ", "\"'", "]]>", "\u00E9\uD83D\uDE00", "\n y"
  };

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_is_written_reads_back_as_the_same_tree(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      // With declared prefixes, since made-up ones are read as declarations.
      XElement tree = XElement.create(XName.get("root"), element(random, 4));
      tree.setAttributeValue(XName.get("p", XNamespace.XMLNS_URI), "urn:a");
      tree.setAttributeValue(XName.get("q", XNamespace.XMLNS_URI), "urn:b");
      String text = tree.toString(DISABLE_FORMATTING);

      XElement again = XElement.parse(text, 1);

      assertThat(again.toString(DISABLE_FORMATTING)).as("seed %s", seed).isEqualTo(text);
      assertThat(again.value()).isEqualTo(tree.value());
      assertThat(XNode.deepEquals(tree, tree.copy())).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void damaged_text_is_read_or_refused_and_nothing_else(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder(element(random, 3).toString(0));
      for (int changes = 1 + random.nextInt(3); changes > 0 && text.length() > 0; changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
          default -> text.setLength(at);
        }
      }

      Throwable thrown = catchThrowable(() -> XElement.parse(text.toString()));

      if (thrown != null) {
        assertThat(thrown).as("seed %s: %s", seed, text).isInstanceOf(ExpressionFailure.class);
        assertThat(((ExpressionFailure) thrown).typeName()).isEqualTo("System.Xml.XmlException");
      }
    }
  }

  private static XElement element(Random random, int depth) {
    XElement element = XElement.create(name(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      element.setAttributeValue(name(random), TEXTS[random.nextInt(TEXTS.length)]);
    }
    for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> element.add((Object) TEXTS[random.nextInt(TEXTS.length)]);
        case 1 -> element.add((Object) XComment.create("c -- d-"));
        case 2 -> element.add((Object) XCData.create(TEXTS[random.nextInt(4)]));
        default -> element.add((Object) element(random, depth - 1));
      }
    }
    return element;
  }

  private static XName name(Random random) {
    String local = String.valueOf((char) ('a' + random.nextInt(4)));
    return XName.get(local, NAMESPACES[random.nextInt(NAMESPACES.length)]);
  }
}
