package dev.fanout.expressions.runtime.regex;

import java.util.List;

/**
 * A pattern as a tree, in the order in which it is matched: what runs from right to left is already
 * turned round, and its leaves know it.
 */
sealed interface Node {
  /** Matches nothing, everywhere. */
  record Empty() implements Node {}

  /** Characters as they stand in the input. */
  record Text(String text, boolean backward) implements Node {}

  record One(CharSet set, boolean backward) implements Node {}

  record Position(Anchor anchor) implements Node {}

  record BackReference(int slot, boolean ignoreCase, boolean ecma, boolean backward)
      implements Node {}

  record Sequence(List<Node> parts) implements Node {}

  record Choice(List<Node> branches) implements Node {}

  /** {@code most} is {@link Integer#MAX_VALUE} for no limit. */
  record Loop(Node body, int least, int most, boolean lazy) implements Node {}

  /** {@code slot} is -1 if only {@code popped} loses its last capture; that is -1 if none does. */
  record Capture(Node body, int slot, int popped) implements Node {}

  record Atomic(Node body) implements Node {}

  record Look(Node body, boolean negative) implements Node {}

  record IfCaptured(int slot, Node then, Node otherwise) implements Node {}

  record IfLook(Node condition, Node then, Node otherwise) implements Node {}

  Node EMPTY = new Empty();
}
