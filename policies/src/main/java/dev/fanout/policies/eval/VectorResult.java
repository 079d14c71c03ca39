package dev.fanout.policies.eval;

import java.util.Objects;

/**
 * What became of one row.
 *
 * @param expected in words; a line or more
 * @param got the same; for an unsupported row the reason
 */
public record VectorResult(Vector vector, Verdict verdict, String expected, String got) {
  /** A row passes, is unlike, or is refused by fanout where real C# takes it. */
  public enum Verdict {
    PASSED,
    FAILED,
    UNSUPPORTED
  }

  public VectorResult {
    Objects.requireNonNull(vector, "vector");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(got, "got");
  }
}
