package dev.fanout.benchmarks.expressions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What each iteration of a fork measures. In a round every shape has its turn: the expression and
 * right beside it the Java, in an order that changes from round to round. It is the same in every
 * fork, so that results can be told apart by the number of their iteration.
 */
final class Turns {
  private static final long SEED = 20261124L;

  private final List<Turn> turns = new ArrayList<>();

  /** {@code shape} is an index. */
  record Turn(int shape, boolean isCompiled) {}

  Turns(int shapes, int rounds) {
    Random random = new Random(SEED);
    List<Integer> order = new ArrayList<>();
    for (int shape = 0; shape < shapes; shape++) {
      order.add(shape);
    }
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (int shape : order) {
        boolean compiledFirst = random.nextBoolean();
        turns.add(new Turn(shape, compiledFirst));
        turns.add(new Turn(shape, !compiledFirst));
      }
    }
  }

  Turn of(int iteration) {
    return turns.get(iteration);
  }
}
