package dev.fanout.expressions.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random trees and random damage to their text; a failure names its seed. */
class JsonRandomTest {
  private static final long SEED = 20_261_124L;
  private static final ExpressionLimits LIMITS =
      new ExpressionLimits(1_000_000_000L, Duration.ofMinutes(5));
  private static final String CHARACTERS =
      "abcé😀\"'\\/\b\f\n\r\t\u0001\u2028<>&{}[],:0123456789.-+eE ";
  private static final String DAMAGE =
      "{}[]()\"'\\,:/*-+.0123456789eExXtrufalsnNIyw$_ \n\r\t\u0000é";

  @Test
  void a_tree_that_is_written_and_read_is_the_same_tree() {
    for (int i = 0; i < 2_000; i++) {
      long seed = SEED + i;
      JToken tree = tree(new Random(seed), 4);
      String compact = tree.toString(0);
      String indented = tree.toString(1);

      Fence.within(
          LIMITS,
          () -> {
            JToken read = JToken.parse(compact);
            assertThat(read.toString(0)).as("seed %s", seed).isEqualTo(compact);
            assertThat(JToken.deepEquals(read, JToken.parse(indented)))
                .as("seed %s", seed)
                .isTrue();
            assertThat(JToken.deepEquals(read, read.deepClone())).as("seed %s", seed).isTrue();
            return read;
          });
    }
  }

  @Test
  void damaged_text_is_read_or_refused() {
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(tree(random, 3).toString(random.nextInt(2)));
      for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
        int at = random.nextInt(text.length() + 1);
        char c = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, c);
          case 1 -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(c));
          default -> text.delete(at, Math.min(at + 1 + random.nextInt(3), text.length()));
        }
      }
      try {
        String once = Fence.within(LIMITS, () -> JToken.parse(text.toString()).toString(0));
        assertThat(once).as("seed %s", seed).isNotNull();
      } catch (ExpressionFailure e) {
        assertThat(e.typeName()).as("seed %s", seed).isEqualTo(JsonFailures.READER);
        refused++;
      }
    }
    assertThat(refused).isBetween(5_000, 19_000);
  }

  @Test
  void random_paths_select_or_are_refused() {
    String parts = ".*[]()?@$'ab:,0-1 =<>!&|~/\\";
    JToken document = JToken.parse("{\"a\":{\"b\":[1,2,{\"a\":\"b\"}]},\"b\":[[0],1]}");
    for (int i = 0; i < 50_000; i++) {
      Random random = new Random(SEED + i);
      StringBuilder path = new StringBuilder(random.nextBoolean() ? "$." : "");
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        path.append(parts.charAt(random.nextInt(parts.length())));
      }
      try {
        Fence.within(LIMITS, () -> document.selectTokens(path.toString()).toString().length());
        Fence.within(LIMITS, () -> count(document, path.toString()));
      } catch (ExpressionFailure e) {
        assertThat(e.getMessage()).as("seed %s", SEED + i).isNotEmpty();
      }
    }
  }

  private static int count(JToken document, String path) {
    int found = 0;
    for (Object token : (Iterable<?>) document.selectTokens(path)) {
      found += token == null ? 0 : 1;
    }
    return found;
  }

  private static JToken tree(Random random, int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0:
        return JValue.create(random.nextLong() >> random.nextInt(64));
      case 1:
        return JValue.create(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      case 2:
        return JValue.create(random.nextBoolean());
      case 3:
        return JValue.createNull();
      case 4, 5, 6:
        return JValue.create(text(random));
      case 7:
        JArray array = JArray.create();
        for (int i = random.nextInt(5); i > 0; i--) {
          array.add(tree(random, depth - 1));
        }
        return array;
      default:
        JObject object = JObject.create();
        for (int i = random.nextInt(12); i > 0; i--) {
          object.setItem(text(random), tree(random, depth - 1));
        }
        return object;
    }
  }

  private static String text(Random random) {
    int[] known = CHARACTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.appendCodePoint(known[random.nextInt(known.length)]);
    }
    return text.toString();
  }
}
