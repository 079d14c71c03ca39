package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an expression. */
public sealed interface Outcome {
  /** It gave a value; null is C#'s null. */
  record Value(@Nullable Object value) implements Outcome {}

  /** It threw, as .NET would. */
  record Thrown(String typeName, String message) implements Outcome {}

  /** It did not compile. */
  record Refused(List<Issue> issues) implements Outcome {
    public Refused {
      issues = List.copyOf(issues);
    }
  }
}
