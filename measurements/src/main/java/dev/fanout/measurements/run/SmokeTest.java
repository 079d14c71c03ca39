package dev.fanout.measurements.run;

import java.util.List;

/**
 * One request to every API on both variants before the first trial.
 *
 * @param requests sent on both variants together
 * @param failures one line for each request that was not answered as expected, at most {@value
 *     #SHOWN}
 */
public record SmokeTest(int requests, int failed, List<String> failures) {
  /** More lines than this are counted and not kept. */
  public static final int SHOWN = 50;

  public SmokeTest {
    Checks.notNegative("requests", requests);
    Checks.notNegative("failed", failed);
    failures = List.copyOf(failures);
    if (failures.size() > SHOWN || failed > requests) {
      throw new IllegalArgumentException(failed + " of " + requests + " requests failed");
    }
  }
}
