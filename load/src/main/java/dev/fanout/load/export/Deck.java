package dev.fanout.load.export;

import dev.fanout.load.RequestMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The order in which templates are sent, as a list that is dealt again and again: for engines that
 * read it from a file. In turn where the mix says so, else drawn once from the plan's seed.
 */
final class Deck {
  private static final int LEAST_DRAWN = 10_000;
  private static final int MOST_DRAWN = 200_000;

  private Deck() {}

  /** Indexes of templates. */
  static List<Integer> of(RequestMix mix, long randomSeed) {
    int size = mix.templates().size();
    List<Integer> deck = new ArrayList<>();
    if (mix.selection() == RequestMix.Selection.ROUND_ROBIN) {
      for (int i = 0; i < size; i++) {
        deck.add(i);
      }
      return deck;
    }
    double[] cumulative = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += mix.selection() == RequestMix.Selection.WEIGHTED ? mix.weights().get(i) : 1;
      cumulative[i] = sum;
    }
    SplittableRandom random = new SplittableRandom(randomSeed);
    long length = Math.max(LEAST_DRAWN, Math.min(MOST_DRAWN, 20L * size));
    for (long i = 0; i < length; i++) {
      int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
      deck.add(found >= 0 ? Math.min(found + 1, size - 1) : -found - 1);
    }
    return deck;
  }
}
