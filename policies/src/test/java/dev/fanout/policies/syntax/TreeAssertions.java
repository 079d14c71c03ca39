package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What holds for every tree, whatever the document. */
final class TreeAssertions {
  private TreeAssertions() {}

  /** Tokens and nodes cover the document without gap or overlap, and parents enclose children. */
  static void assertLossless(PolicyTree tree) {
    int end = 0;
    StringBuilder joined = new StringBuilder();
    for (PolicyToken token : tree.tokens()) {
      assertThat(token.span().start()).as("token behind %d", end).isEqualTo(end);
      assertThat(token.span().length()).as("length of %s", token).isPositive();
      end = token.span().end();
      joined.append(token.span().text());
    }
    assertThat(joined.toString()).isEqualTo(tree.text());
    assertCovered(tree.nodes(), 0, tree.text().length());
  }

  private static void assertCovered(List<PolicyNode> nodes, int start, int end) {
    int at = start;
    for (PolicyNode node : nodes) {
      assertThat(node.span().start()).as("start of %s", node).isEqualTo(at);
      at = node.span().end();
      if (node instanceof ElementNode element) {
        assertCovered(
            element.children(), element.contentSpan().start(), element.contentSpan().end());
        assertAttributes(element);
      }
    }
    assertThat(at).as("end of the last of %s", nodes).isEqualTo(end);
  }

  private static void assertAttributes(ElementNode element) {
    int at = element.nameSpan().end();
    for (AttributeNode attribute : element.attributes()) {
      assertThat(attribute.span().start()).isGreaterThanOrEqualTo(at);
      assertThat(attribute.nameSpan().text()).isEqualTo(attribute.name());
      assertThat(attribute.valueSpan().start()).isGreaterThanOrEqualTo(attribute.nameSpan().end());
      assertThat(attribute.span().end()).isGreaterThanOrEqualTo(attribute.valueSpan().end());
      attribute
          .expression()
          .ifPresent(
              expression -> {
                assertThat(expression.span().start())
                    .isGreaterThanOrEqualTo(attribute.valueSpan().start());
                assertThat(expression.span().end())
                    .isLessThanOrEqualTo(attribute.valueSpan().end());
              });
      at = attribute.span().end();
    }
    assertThat(element.startTagSpan().end()).isGreaterThanOrEqualTo(at);
  }
}
