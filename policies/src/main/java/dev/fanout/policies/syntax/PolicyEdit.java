package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects changes of one tree and makes a new tree of them. Each change touches the fewest
 * characters; all else stays, byte for byte. The nodes that are given must be of the tree, and two
 * changes must not touch the same place.
 */
public final class PolicyEdit {
  /** One level of what is inserted. */
  public static final String INDENT = "    ";

  private final PolicyTree tree;
  private final boolean escapes;
  private final ValueWriter values;
  private final List<Change> changes = new ArrayList<>();

  PolicyEdit(PolicyTree tree) {
    this.tree = tree;
    this.escapes = hasEscapedExpression(tree.nodes());
    this.values = new ValueWriter(!escapes);
  }

  private record Change(int start, int end, String text) {}

  /**
   * Sets the value of an attribute, which is added behind the others if the element has none of
   * this name. An expression stands as it is, unless the document escapes its expressions.
   */
  public PolicyEdit setAttribute(ElementNode element, String name, String value) {
    Optional<AttributeNode> attribute = own(element).attribute(name);
    if (attribute.isPresent() && isQuoted(attribute.get())) {
      char quote = tree.text().charAt(attribute.get().valueSpan().start() - 1);
      return replace(
          attribute.get().valueSpan().start(),
          attribute.get().valueSpan().end(),
          values.attribute(value, quote));
    }
    String written = name + "=\"" + values.attribute(value, '"') + "\"";
    if (attribute.isPresent()) {
      return replace(attribute.get().span().start(), attribute.get().span().end(), written);
    }
    int end = endOfAttributes(element);
    return replace(end, end, " " + written);
  }

  /** Removes an attribute and the whitespace in front of it; nothing if there is none. */
  public PolicyEdit removeAttribute(ElementNode element, String name) {
    own(element)
        .attribute(name)
        .ifPresent(
            attribute ->
                replace(startOfSpace(attribute.span().start()), attribute.span().end(), ""));
    return this;
  }

  /** Sets the text of an element that holds text. */
  public PolicyEdit setText(ElementNode element, String value) {
    String written = values.text(value);
    if (own(element).isSelfClosing()) {
      int end = element.span().end();
      return replace(startOfSpace(end - 2), end, ">" + written + "</" + element.name() + ">");
    }
    return replace(element.contentSpan().start(), element.contentSpan().end(), written);
  }

  /** Removes an element, with its lines where it has them for itself. */
  public PolicyEdit remove(ElementNode element) {
    int start = own(element).span().start();
    int end = element.span().end();
    int space = startOfBlanks(start);
    boolean startsLine = space > 0 && isLineEnd(space - 1);
    boolean endsLine = end == tree.text().length() || isLineEnd(end);
    if (startsLine && endsLine) {
      int lineEnd = space - 1;
      boolean pair = lineEnd > 0 && tree.text().startsWith("\r\n", lineEnd - 1);
      return replace(pair ? lineEnd - 1 : lineEnd, end, "");
    }
    return replace(start, end, "");
  }

  /** Puts markup in the place of an element. */
  public PolicyEdit replace(ElementNode element, String markup) {
    return replace(own(element).span().start(), element.span().end(), markup);
  }

  /** Inserts markup in front of an element, each on a line of its own if the element has one. */
  public PolicyEdit insertBefore(ElementNode element, String... markup) {
    int start = own(element).span().start();
    String separator = separator(element);
    return replace(start, start, String.join(separator, markup) + separator);
  }

  /** Inserts markup behind an element, each on a line of its own if the element has one. */
  public PolicyEdit insertAfter(ElementNode element, String... markup) {
    int end = own(element).span().end();
    String separator = separator(element);
    return replace(end, end, separator + String.join(separator, markup));
  }

  /** Inserts markup as the last children. */
  public PolicyEdit append(ElementNode parent, String... markups) {
    List<ElementNode> elements = own(parent).elements();
    if (!elements.isEmpty()) {
      return insertAfter(elements.get(elements.size() - 1), markups);
    }
    String outer = separator(parent);
    String inner = outer.isEmpty() ? "" : outer + INDENT;
    String markup = String.join(inner, markups);
    if (parent.isSelfClosing()) {
      int end = parent.span().end();
      return replace(
          startOfSpace(end - 2), end, ">" + inner + markup + outer + "</" + parent.name() + ">");
    }
    int end = startOfSpace(parent.contentSpan().end());
    int contentStart = parent.contentSpan().start();
    return replace(Math.max(end, contentStart), parent.contentSpan().end(), inner + markup + outer);
  }

  /** The document with all changes; its spans are those of the new text. */
  public PolicyTree apply() {
    String text = changed(0, tree.text().length());
    return PolicyParser.parse(SourceText.of(tree.source().name(), text)).tree();
  }

  /** The element's markup with the changes that were made in it. */
  public String markup(ElementNode element) {
    return changed(own(element).span().start(), element.span().end());
  }

  /** The line end in front of an element and what indents it; empty if it shares its line. */
  public String lineStart(ElementNode element) {
    return separator(own(element));
  }

  /** Does the document write its expressions with entities? */
  public boolean escapesExpressions() {
    return escapes;
  }

  private String changed(int from, int to) {
    changes.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
    StringBuilder text = new StringBuilder(to - from + 64);
    int at = from;
    for (Change change : changes) {
      if (change.start() < from || change.end() > to) {
        continue;
      }
      if (change.start() < at) {
        throw new IllegalStateException(
            "two changes of the same place at offset " + change.start());
      }
      text.append(tree.text(), at, change.start()).append(change.text());
      at = change.end();
    }
    return text.append(tree.text(), at, to).toString();
  }

  private PolicyEdit replace(int start, int end, String text) {
    changes.add(new Change(start, end, text));
    return this;
  }

  private ElementNode own(ElementNode element) {
    if (element.source() != tree.source()) {
      throw new IllegalArgumentException(element + " is not of this tree");
    }
    return element;
  }

  private boolean isQuoted(AttributeNode attribute) {
    int start = attribute.valueSpan().start();
    int end = attribute.valueSpan().end();
    char quote = tree.text().charAt(start - 1);
    return (quote == '"' || quote == '\'')
        && attribute.span().end() == end + 1
        && tree.text().charAt(end) == quote;
  }

  private static int endOfAttributes(ElementNode element) {
    List<AttributeNode> attributes = element.attributes();
    return attributes.isEmpty()
        ? element.nameSpan().end()
        : attributes.get(attributes.size() - 1).span().end();
  }

  /** Line end and indent of the element's line; empty if something stands in front of it there. */
  private String separator(ElementNode element) {
    int start = element.span().start();
    int blanks = startOfBlanks(start);
    if (blanks == 0 || !isLineEnd(blanks - 1)) {
      return "";
    }
    String lineEnd = tree.text().startsWith("\r\n", Math.max(0, blanks - 2)) ? "\r\n" : "\n";
    return lineEnd + tree.text().substring(blanks, start);
  }

  private int startOfBlanks(int offset) {
    int at = offset;
    while (at > 0 && (tree.text().charAt(at - 1) == ' ' || tree.text().charAt(at - 1) == '\t')) {
      at--;
    }
    return at;
  }

  private int startOfSpace(int offset) {
    int at = offset;
    while (at > 0 && Syntax.isSpace(tree.text().charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private boolean isLineEnd(int offset) {
    char c = tree.text().charAt(offset);
    return c == '\n' || c == '\r';
  }

  private static boolean hasEscapedExpression(List<PolicyNode> nodes) {
    for (PolicyNode node : nodes) {
      if (node instanceof TextNode text
          && text.expression().filter(PolicyExpression::isEscaped).isPresent()) {
        return true;
      }
      if (node instanceof ElementNode element
          && (element.attributes().stream()
                  .flatMap(attribute -> attribute.expression().stream())
                  .anyMatch(PolicyExpression::isEscaped)
              || hasEscapedExpression(element.children()))) {
        return true;
      }
    }
    return false;
  }
}
