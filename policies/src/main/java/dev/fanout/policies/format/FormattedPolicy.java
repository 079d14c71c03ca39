package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import java.util.List;

/** A document in canonical form, and what had to change. */
public final class FormattedPolicy {
  private final SourceText source;
  private final List<TextChange> changes;
  private final List<Issue> errors;

  /**
   * @param changes by position, without overlaps
   * @param errors why the document was left as it is
   */
  FormattedPolicy(SourceText source, List<TextChange> changes, List<Issue> errors) {
    this.source = source;
    this.changes = List.copyOf(changes);
    this.errors = List.copyOf(errors);
  }

  /** The document as it was. */
  public SourceText source() {
    return source;
  }

  /** The errors of syntax for which the document was refused, in order of position. */
  public List<Issue> errors() {
    return errors;
  }

  public boolean isChanged() {
    return !changes.isEmpty();
  }

  /** The canonical form; the document as it was if it was refused. */
  public String text() {
    StringBuilder text = new StringBuilder(source.length() + 64);
    int at = 0;
    for (TextChange change : changes) {
      text.append(source.text(), at, change.start()).append(change.replacement());
      at = change.end();
    }
    return text.append(source.text(), at, source.length()).toString();
  }

  /**
   * The changes as a unified diff with three lines of context, for {@code patch -p1} and {@code git
   * apply}; empty if there are none. A carriage return belongs to its line.
   */
  public String diff() {
    return UnifiedDiff.of(source, changes);
  }
}
