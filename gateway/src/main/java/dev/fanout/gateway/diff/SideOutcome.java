package dev.fanout.gateway.diff;

import dev.fanout.gateway.trace.Trace;
import dev.fanout.gateway.trace.TracedCall;
import java.util.List;
import java.util.Objects;

/** What one estate does with a probe. */
public sealed interface SideOutcome {

  /**
   * It calls the upstream.
   *
   * @param call the last one
   * @param headerChanges against what the client sent: {@code + name: value}, {@code - name:
   *     value}; secret values are hidden
   */
  record Sends(TracedCall call, List<String> headerChanges) implements SideOutcome {
    public Sends {
      Objects.requireNonNull(call, "call");
      headerChanges = List.copyOf(headerChanges);
    }

    /** Method and URL, secret values hidden. */
    @Override
    public String toString() {
      return call.toString();
    }
  }

  /** The gateway answers itself. */
  record Answers(Trace trace) implements SideOutcome {
    public Answers {
      Objects.requireNonNull(trace, "trace");
    }

    /** {@code answers 404 Resource Not Found}. */
    @Override
    public String toString() {
      return "answers "
          + trace.status()
          + " "
          + trace.reason()
          + trace.error().map(error -> " (" + error.reason() + ")").orElse("");
    }
  }
}
