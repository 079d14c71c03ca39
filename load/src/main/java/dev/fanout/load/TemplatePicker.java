package dev.fanout.load;

import java.util.List;
import java.util.SplittableRandom;

/** Chooses the next template in constant time and without allocation. */
final class TemplatePicker {
  private final RequestMix.Selection selection;
  private final int templates;

  /** Walker's alias method: a column is drawn evenly, then itself or its alias. */
  private final double[] ownShare;

  private final int[] alias;

  TemplatePicker(RequestMix mix) {
    selection = mix.selection();
    templates = mix.templates().size();
    ownShare = new double[mix.weights().size()];
    alias = new int[ownShare.length];
    if (ownShare.length > 0) {
      fill(mix.weights());
    }
  }

  /**
   * @param sequence what round robin counts
   */
  int pick(long sequence, SplittableRandom random) {
    return switch (selection) {
      case ROUND_ROBIN -> Math.floorMod(sequence, templates);
      case UNIFORM -> templates == 1 ? 0 : random.nextInt(templates);
      case WEIGHTED -> {
        int column = random.nextInt(templates);
        yield random.nextDouble() < ownShare[column] ? column : alias[column];
      }
    };
  }

  /** Vose's way to fill it: what is short of a whole column is topped up by what is over. */
  private void fill(List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    int[] shortOnes = new int[templates];
    int[] longOnes = new int[templates];
    int shorts = 0;
    int longs = 0;
    for (int i = 0; i < templates; i++) {
      ownShare[i] = weights.get(i) * templates / sum;
      alias[i] = i;
      if (ownShare[i] < 1) {
        shortOnes[shorts++] = i;
      } else {
        longOnes[longs++] = i;
      }
    }
    while (shorts > 0 && longs > 0) {
      int shortOne = shortOnes[--shorts];
      int longOne = longOnes[longs - 1];
      alias[shortOne] = longOne;
      ownShare[longOne] -= 1 - ownShare[shortOne];
      if (ownShare[longOne] < 1) {
        longs--;
        shortOnes[shorts++] = longOne;
      }
    }
    // What is left is a whole column but for rounding.
    while (longs > 0) {
      ownShare[longOnes[--longs]] = 1;
    }
    while (shorts > 0) {
      int rest = shortOnes[--shorts];
      ownShare[rest] = weights.get(rest) == 0 ? ownShare[rest] : 1;
    }
  }
}
