package dev.fanout.artifacts.explain;

import dev.fanout.policies.model.SectionName;
import java.util.List;
import java.util.Objects;

/**
 * An effective section.
 *
 * @param items in the order in which they run
 * @param cuts from the inside out
 * @param cutShort whether there were more lines than are shown
 */
public record ExplainedSection(
    SectionName name, List<ExplainedItem> items, List<Cut> cuts, boolean cutShort) {
  public ExplainedSection {
    Objects.requireNonNull(name, "name");
    items = List.copyOf(items);
    cuts = List.copyOf(cuts);
  }
}
