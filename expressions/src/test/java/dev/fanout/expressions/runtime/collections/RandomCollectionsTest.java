package dev.fanout.expressions.runtime.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomCollectionsTest {
  private final Meter meter = Fence.begin(new ExpressionLimits(100_000_000, Duration.ofMinutes(1)));

  @AfterEach
  void end() {
    Fence.end(meter);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_dictionary_holds_what_was_put_and_not_removed(long seed) {
    Random random = new Random(seed);
    Map<Object, Object> expected = new HashMap<>();
    ClrDictionary dictionary = ClrDictionary.create("System.Int32", "System.Int32");
    for (int i = 0; i < 2_000; i++) {
      // Few keys, so that slots are freed and filled again.
      Integer key = random.nextInt(100);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          dictionary.setItem(key, i);
          expected.put(key, i);
        }
        case 2 ->
            assertThat(dictionary.tryAdd(key, i)).isEqualTo(expected.putIfAbsent(key, i) == null);
        default -> assertThat(dictionary.remove(key)).isEqualTo(expected.remove(key) != null);
      }
      if (random.nextInt(300) == 0) {
        dictionary.trimExcess();
      }
      assertThat(dictionary.count()).isEqualTo(expected.size());
      assertThat(dictionary.valueOrNull(key)).isEqualTo(expected.get(key));
    }
    assertThat(dictionary.keys()).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_list_sorts_as_every_sort_does(long seed) {
    Random random = new Random(seed);
    for (int size : new int[] {0, 1, 2, 3, 16, 17, 40, 1_000}) {
      Object[] items = random.ints(size, 0, size + 1).boxed().toArray();
      Object[] expected = items.clone();
      Arrays.sort(expected);

      IntroSort.sort(items, 0, size, ItemOrder.DEFAULT);

      assertThat(items).containsExactly(expected);
    }
  }

  @ParameterizedTest(name = "{0} items")
  @ValueSource(ints = {20, 500, 5_000})
  void a_list_sorts_what_a_quicksort_dislikes(int size) {
    // Up and down again: the median of three is often a bad pivot.
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(Math.min(i, size - i));
    }
    Object[] sorted = items.toArray();

    IntroSort.sort(sorted, 0, size, ItemOrder.DEFAULT);

    items.sort(Comparator.comparing(item -> (Integer) item));
    assertThat(sorted).containsExactly(items.toArray());
  }
}
