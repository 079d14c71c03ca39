package dev.fanout.expressions.runtime.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group whose end has not been read: its branches so far, the current one, the last item. */
final class OpenGroup {
  /** What the parenthesis began. */
  enum Kind {
    PLAIN,
    CAPTURE,
    ATOMIC,
    LOOK,
    NEGATIVE_LOOK,
    IF_CAPTURED,
    IF_LOOK
  }

  final Kind kind;
  final int slot;
  final int popped;

  /** Options to return to at the end. */
  final int outerOptions;

  private final boolean backward;
  private final List<Node> branches = new ArrayList<>();
  private List<Node> items = new ArrayList<>();
  private @Nullable Node condition;
  private @Nullable Node unit;

  OpenGroup(Kind kind, int slot, int popped, int outerOptions, boolean backward) {
    this.kind = kind;
    this.slot = slot;
    this.popped = popped;
    this.outerOptions = outerOptions;
    this.backward = backward;
  }

  /** Is the next group the condition of this one? */
  boolean awaitsCondition() {
    return kind == Kind.IF_LOOK && condition == null;
  }

  void setCondition(Node node) {
    condition = node;
  }

  /** The item that a quantifier would repeat; null if there is none. */
  @Nullable Node unit() {
    return unit;
  }

  void setUnit(@Nullable Node node) {
    unit = node;
  }

  void add(Node item) {
    items.add(item);
  }

  void nextBranch() {
    branches.add(sequence());
    items = new ArrayList<>();
  }

  int branches() {
    return branches.size();
  }

  /** The whole group; it must have been left by {@link #nextBranch}. */
  Node node() {
    return switch (kind) {
      case PLAIN -> choice();
      case CAPTURE -> new Node.Capture(choice(), slot, popped);
      case ATOMIC -> new Node.Atomic(choice());
      case LOOK -> new Node.Look(choice(), false);
      case NEGATIVE_LOOK -> new Node.Look(choice(), true);
      case IF_CAPTURED -> new Node.IfCaptured(slot, branches.get(0), otherwise());
      case IF_LOOK ->
          new Node.IfLook(condition == null ? Node.EMPTY : condition, branches.get(0), otherwise());
    };
  }

  private Node otherwise() {
    return branches.size() > 1 ? branches.get(1) : Node.EMPTY;
  }

  private Node choice() {
    return branches.size() == 1 ? branches.get(0) : new Node.Choice(List.copyOf(branches));
  }

  /** The current items in the order of matching, neighbouring characters as one text. */
  private Node sequence() {
    if (backward) {
      Collections.reverse(items);
    }
    List<Node> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Node item : items) {
      if (item instanceof Node.Text next && next.backward() == backward) {
        text.insert(backward ? 0 : text.length(), next.text());
        continue;
      }
      flush(text, parts);
      if (!(item instanceof Node.Empty)) {
        parts.add(item);
      }
    }
    flush(text, parts);
    return parts.isEmpty()
        ? Node.EMPTY
        : parts.size() == 1 ? parts.get(0) : new Node.Sequence(List.copyOf(parts));
  }

  private void flush(StringBuilder text, List<Node> parts) {
    if (text.length() > 0) {
      parts.add(new Node.Text(text.toString(), backward));
      text.setLength(0);
    }
  }
}
