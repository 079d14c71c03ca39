package dev.fanout.artifacts.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fragment, opened.
 *
 * @param line of the include-fragment element
 * @param file of the fragment; empty when it is not in the estate
 * @param items what stands in the fragment
 */
public record ExplainedInclude(
    ExplainedLine line, String fragmentId, Optional<String> file, List<ExplainedItem> items)
    implements ExplainedItem {
  public ExplainedInclude {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(fragmentId, "fragmentId");
    Objects.requireNonNull(file, "file");
    items = List.copyOf(items);
  }
}
