package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
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
  private final ExpressionForm expressions;
  private final Changes changes;
  private final TagLayout tags;
  private final List<Issue> errors = new ArrayList<>();

  DocumentLayout(PolicyTree tree, ExpressionForm expressions) {
    this.tree = tree;
    this.expressions = expressions;
    this.text = tree.text();
    this.lineEnd = Whitespace.lineEndOf(text);
    this.changes = new Changes(text);
    this.tags = new TagLayout(text, changes, lineEnd, expressions);
  }

  FormattedPolicy format() {
    document();
    return new FormattedPolicy(
        tree.source(), errors.isEmpty() ? changes.toList() : List.of(), errors);
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
    if (definition.isEmpty() || definition.get().isVerbatim()) {
      kept(element);
      return;
    }
    if (element.isSelfClosing()) {
      tags.startTag(element, depth);
      return;
    }
    if (!holdsElementsOnly(element, definition.get())) {
      tags.startTag(element, depth);
      if (definition.get().text().isPresent()) {
        text(element);
      } else {
        content(element);
      }
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

  /** An element whose layout stays: only its expressions may be written in another form. */
  private void kept(ElementNode element) {
    for (AttributeNode attribute : element.attributes()) {
      SourceSpan value = attribute.valueSpan();
      char quote = text.charAt(value.start() - 1);
      changes.replace(value.start(), value.end(), expressions.attribute(attribute, quote));
    }
    content(element);
  }

  private void content(ElementNode element) {
    for (PolicyNode node : element.children()) {
      if (node instanceof ElementNode child) {
        kept(child);
      } else if (node instanceof TextNode text) {
        changes.replace(text.span().start(), text.span().end(), expressions.text(text));
      }
    }
  }

  /** The content of an element that holds text; markup in it is a part of the text. */
  private void text(ElementNode element) {
    if (!expressions.converts() || element.elements().isEmpty()) {
      content(element);
      return;
    }
    for (ElementNode child : element.elements()) {
      literal(child);
    }
  }

  private void literal(ElementNode element) {
    for (AttributeNode attribute : element.attributes()) {
      if (attribute.isExpression()) {
        errors.add(notConvertible(attribute.valueSpan()));
      }
    }
    for (PolicyNode node : element.children()) {
      if (node instanceof ElementNode child) {
        literal(child);
      } else if (node instanceof TextNode text && text.isExpression()) {
        errors.add(notConvertible(text.span()));
      }
    }
  }

  private static Issue notConvertible(SourceSpan span) {
    return Issue.error(
            "FORMAT_NOT_CONVERTIBLE",
            span,
            "code in the XML of a text would mean something else in the other format")
        .withHint("make the whole text an expression, or a liquid template");
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

  /** Empty for an element that the catalog does not know there, or of another language. */
  private static Optional<ElementDefinition> definitionOf(
      ElementNode child, ElementDefinition parent) {
    if (child.name().indexOf(':') >= 0) {
      return Optional.empty();
    }
    ChildDefinition known = parent.children().get(child.name());
    if (known != null) {
      return Optional.of(known.element());
    }
    return parent.isContainer() ? PolicyCatalog.policy(child.name()) : Optional.empty();
  }
}
