package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.ParsedPolicy;
import dev.fanout.policies.syntax.PolicyExpression;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.PolicyParser;
import dev.fanout.policies.syntax.PolicyTree;
import dev.fanout.policies.syntax.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what was written against what was read. Where the brackets of some code do not close (in
 * {@code @{ return 1; // }}, say), the reader finds its end by what follows, and that may depend on
 * the layout; such a document is refused.
 */
final class Reading {
  private final boolean decoded;

  /**
   * @param decoded whether values are the same if they stand for the same, or only if they are
   *     written alike
   */
  Reading(boolean decoded) {
    this.decoded = decoded;
  }

  /** One thing that a document says, and where. */
  private record Statement(String text, SourceSpan span) {}

  /** The error if the text does not read like the tree; its place is in the tree. */
  Optional<Issue> compare(PolicyTree before, String text) {
    ParsedPolicy after = PolicyParser.parse(SourceText.of(before.source().name(), text));
    List<Statement> was = statements(before);
    List<Statement> is = statements(after.tree());
    for (int i = 0; i < was.size(); i++) {
      if (i >= is.size() || !was.get(i).text().equals(is.get(i).text())) {
        return Optional.of(ambiguous(was.get(i)));
      }
    }
    boolean same = was.size() == is.size() && after.issues().stream().noneMatch(Issue::isError);
    return same ? Optional.empty() : Optional.of(ambiguous(was.get(was.size() - 1)));
  }

  private static Issue ambiguous(Statement statement) {
    return Issue.error(
            "FORMAT_AMBIGUOUS",
            statement.span(),
            "from here on the document would be read in another way")
        .withHint("look for code without its closing bracket or quote; it may be in a comment");
  }

  private List<Statement> statements(PolicyTree tree) {
    List<Statement> statements = new ArrayList<>();
    nodes(tree.nodes(), statements);
    return statements;
  }

  private void nodes(List<PolicyNode> nodes, List<Statement> statements) {
    for (PolicyNode node : nodes) {
      if (node instanceof ElementNode element) {
        statements.add(new Statement("<" + element.name(), element.nameSpan()));
        element.attributes().forEach(attribute -> attribute(attribute, statements));
        nodes(element.children(), statements);
        statements.add(new Statement(">", element.nameSpan()));
      } else if (!(node instanceof TextNode text)) {
        statements.add(new Statement(node.span().text(), node.span()));
      } else if (!Whitespace.isAll(text.span().text())) {
        String value = decoded ? text.value() : text.span().text();
        statements.add(new Statement(value + code(text.expression()), text.span()));
      }
    }
  }

  private void attribute(AttributeNode attribute, List<Statement> statements) {
    String value = decoded ? attribute.value() : attribute.valueSpan().text();
    statements.add(
        new Statement(
            attribute.name() + "=" + value + code(attribute.expression()), attribute.span()));
  }

  private static String code(Optional<PolicyExpression> expression) {
    return expression.map(code -> "\n= " + code.text()).orElse("");
  }
}
