package dev.fanout.catalog;

import dev.fanout.diagnostics.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A YAML or JSON document as a tree in which every node knows its place. */
public sealed interface DataNode {
  SourceSpan span();

  /** What a user calls it. */
  String kind();

  /** Entries in order; keys may repeat. */
  record Mapping(SourceSpan span, List<Entry> entries) implements DataNode {
    @Override
    public String kind() {
      return "a mapping";
    }

    /** The first entry of that key. */
    public Optional<DataNode> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }
  }

  /** A key that is not a text has the text that it was written as. */
  record Entry(String key, SourceSpan keySpan, DataNode value) {}

  record Sequence(SourceSpan span, List<DataNode> items) implements DataNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  record Scalar(SourceSpan span, ScalarKind scalarKind, String text) implements DataNode {
    @Override
    public String kind() {
      return switch (scalarKind) {
        case TEXT -> "a text";
        case NUMBER -> "a number";
        case BOOLEAN -> "true or false";
        case NULL -> "nothing";
      };
    }
  }

  enum ScalarKind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }
}
