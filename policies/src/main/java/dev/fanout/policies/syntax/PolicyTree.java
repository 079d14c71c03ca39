package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import java.util.List;
import java.util.Optional;

/** A whole document, immutable. */
public final class PolicyTree {
  private final SourceText source;
  private final List<PolicyNode> nodes;
  private final TokenStore tokens;

  PolicyTree(SourceText source, List<PolicyNode> nodes, TokenStore tokens) {
    this.source = source;
    this.nodes = List.copyOf(nodes);
    this.tokens = tokens;
  }

  public SourceText source() {
    return source;
  }

  /** The document exactly as it was read. */
  public String text() {
    return source.text();
  }

  /** The root and everything around it, without a gap. */
  public List<PolicyNode> nodes() {
    return nodes;
  }

  /** The first element of the document. */
  public Optional<ElementNode> root() {
    for (PolicyNode node : nodes) {
      if (node instanceof ElementNode element) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** All tokens; together they are {@link #text()}. */
  public List<PolicyToken> tokens() {
    return tokens.toList(source);
  }

  /** Changes to make on this document. */
  public PolicyEdit edit() {
    return new PolicyEdit(this);
  }
}
