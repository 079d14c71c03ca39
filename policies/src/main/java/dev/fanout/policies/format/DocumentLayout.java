package dev.fanout.policies.format;

import dev.fanout.policies.model.ChildDefinition;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.CommentNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.PolicyTree;
import dev.fanout.policies.syntax.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what stands between the nodes of a document without syntax errors. The catalog says in
 * which elements whitespace carries no meaning: those that it knows to hold elements only.
 */
final class DocumentLayout {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final PolicyTree tree;
  private final String text;
  private final String lineEnd;
  private final Changes changes;
  private final TagLayout tags;

  private DocumentLayout(PolicyTree tree) {
    this.tree = tree;
    this.text = tree.text();
    this.lineEnd = Whitespace.lineEndOf(text);
    this.changes = new Changes(text);
    this.tags = new TagLayout(text, changes, lineEnd);
  }

  static List<TextChange> of(PolicyTree tree) {
    DocumentLayout layout = new DocumentLayout(tree);
    layout.document();
    return layout.changes.toList();
  }

  private void document() {
    List<PolicyNode> nodes = withoutWhitespace(tree.nodes());
    int at = 0;
    for (int i = 0; i < nodes.size(); i++) {
      PolicyNode node = nodes.get(i);
      if (at == 0 || (at == 1 && text.startsWith(BYTE_ORDER_MARK))) {
        changes.replace(at, node.span().start(), "");
      } else {
        gap(at, node, startOfNext(nodes, i, text.length()), 0, false);
      }
      if (node instanceof ElementNode element) {
        element(element, PolicyCatalog.root(element.name()), 0);
      }
      at = node.span().end();
    }
    changes.replace(at, text.length(), lineEnd);
  }

  private void element(ElementNode element, Optional<ElementDefinition> definition, int depth) {
    if (definition.isEmpty()) {
      return;
    }
    if (element.isSelfClosing()) {
      tags.startTag(element, depth);
      return;
    }
    if (!holdsElementsOnly(element, definition.get())) {
      tags.startTag(element, depth);
      tags.endTag(element);
      return;
    }
    List<PolicyNode> nodes = withoutWhitespace(element.children());
    if (nodes.isEmpty()) {
      tags.emptyElement(element, depth);
      return;
    }
    tags.startTag(element, depth);
    int end = element.contentSpan().end();
    int at = element.contentSpan().start();
    for (int i = 0; i < nodes.size(); i++) {
      PolicyNode node = nodes.get(i);
      gap(at, node, startOfNext(nodes, i, end), depth + 1, i == 0);
      if (node instanceof ElementNode child) {
        element(child, definitionOf(child, definition.get()), depth + 1);
      }
      at = node.span().end();
    }
    changes.replace(at, end, lineEnd + Whitespace.indent(depth));
    tags.endTag(element);
  }

  /** What stands in front of a node that is not the first of the document. */
  private void gap(int at, PolicyNode node, int next, int depth, boolean first) {
    int start = node.span().start();
    int lineEnds = Whitespace.lineEnds(text, at, start);
    if (lineEnds == 0 && node instanceof CommentNode && endsItsLine(node, next)) {
      changes.replace(at, start, " ");
      return;
    }
    boolean blankLine = lineEnds > 1 && !first;
    changes.replace(
        at, start, (blankLine ? lineEnd + lineEnd : lineEnd) + Whitespace.indent(depth));
  }

  private boolean endsItsLine(PolicyNode node, int next) {
    return next == text.length() || Whitespace.lineEnds(text, node.span().end(), next) > 0;
  }

  private static int startOfNext(List<PolicyNode> nodes, int index, int end) {
    return index + 1 < nodes.size() ? nodes.get(index + 1).span().start() : end;
  }

  private static List<PolicyNode> withoutWhitespace(List<PolicyNode> nodes) {
    List<PolicyNode> rest = new ArrayList<>(nodes.size());
    for (PolicyNode node : nodes) {
      if (!isWhitespace(node)) {
        rest.add(node);
      }
    }
    return rest;
  }

  /** A character reference is none, though it may stand for a blank. */
  private static boolean isWhitespace(PolicyNode node) {
    return node instanceof TextNode && Whitespace.isAll(node.span().text());
  }

  private static boolean holdsElementsOnly(ElementNode element, ElementDefinition definition) {
    if (definition.text().isPresent() || preservesSpace(element)) {
      return false;
    }
    boolean takesElements = definition.isContainer() || !definition.children().isEmpty();
    for (PolicyNode child : element.children()) {
      boolean laidOut =
          child instanceof CommentNode
              || isWhitespace(child)
              || (child instanceof ElementNode && takesElements);
      if (!laidOut) {
        return false;
      }
    }
    return true;
  }

  private static boolean preservesSpace(ElementNode element) {
    return element.attribute("xml:space").map(AttributeNode::value).orElse("").equals("preserve");
  }

  /** Empty for an element that the catalog does not know there. */
  private static Optional<ElementDefinition> definitionOf(
      ElementNode child, ElementDefinition parent) {
    ChildDefinition known = parent.children().get(child.name());
    if (known != null) {
      return Optional.of(known.element());
    }
    return parent.isContainer() ? PolicyCatalog.policy(child.name()) : Optional.empty();
  }
}
