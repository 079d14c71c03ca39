package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;

/** A piece of a policy document. Siblings follow each other without a gap. */
public sealed interface PolicyNode
    permits ElementNode, TextNode, CommentNode, CDataNode, MarkupNode {
  /** The characters of the node, markup included. */
  SourceSpan span();
}
