package dev.fanout.artifacts.explain;

import java.util.Objects;

/** A piece of a line. */
public record Segment(Kind kind, String text) {
  /** What a piece is. */
  public enum Kind {
    /** Angle brackets, quotes, equals signs, blanks. */
    MARKUP,
    /** Name of an element or attribute. */
    NAME,
    /** Value of an attribute, or text. */
    TEXT,
    EXPRESSION,
    COMMENT,
    /** What stands in the place of a named value. */
    NAMED_VALUE
  }

  public Segment {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
