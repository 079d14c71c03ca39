package dev.fanout.artifacts;

import dev.fanout.diagnostics.Issue;
import java.util.List;
import java.util.Optional;

/** What a file holds, and what is wrong with it. */
record Parsed<T>(Optional<T> value, List<Issue> issues) {
  Parsed {
    issues = List.copyOf(issues);
  }

  static <T> Parsed<T> of(T value) {
    return new Parsed<>(Optional.of(value), List.of());
  }

  static <T> Parsed<T> wrong(Issue issue) {
    return new Parsed<>(Optional.empty(), List.of(issue));
  }
}
