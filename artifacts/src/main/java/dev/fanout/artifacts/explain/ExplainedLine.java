package dev.fanout.artifacts.explain;

import dev.fanout.policies.model.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A line of a document, or a part of one.
 *
 * @param scope of the document; for a line of a fragment, of the document that includes it
 * @param indent in columns
 * @param remarks about the line, such as the names of named values in it
 */
public record ExplainedLine(
    Scope scope, Origin origin, int indent, List<Segment> segments, List<String> remarks)
    implements ExplainedItem {
  public ExplainedLine {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(origin, "origin");
    segments = List.copyOf(segments);
    remarks = List.copyOf(remarks);
  }

  /** Without indentation and remarks. */
  public String text() {
    return segments.stream().map(Segment::text).collect(Collectors.joining());
  }
}
