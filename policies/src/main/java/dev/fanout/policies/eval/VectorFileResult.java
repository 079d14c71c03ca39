package dev.fanout.policies.eval;

import dev.fanout.policies.eval.VectorResult.Verdict;
import java.util.List;

/** The rows of one file, in its order. */
public record VectorFileResult(String file, List<VectorResult> results) {
  public VectorFileResult {
    results = List.copyOf(results);
  }

  public int count(Verdict verdict) {
    return (int) results.stream().filter(result -> result.verdict() == verdict).count();
  }

  public boolean allPassed() {
    return count(Verdict.PASSED) == results.size();
  }
}
