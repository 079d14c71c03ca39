package dev.fanout.policies.syntax;

import java.util.List;

/**
 * What holds for every tree, whatever the document. Plain comparisons, since fuzzing makes many.
 */
final class TreeAssertions {
  private TreeAssertions() {}

  /** Tokens and nodes cover the document without gap or overlap, and parents enclose children. */
  static void assertLossless(PolicyTree tree) {
    int end = 0;
    for (PolicyToken token : tree.tokens()) {
      require(token.span().start() == end, "a gap at " + end + " in front of ", token);
      require(token.span().length() > 0, "empty: ", token);
      end = token.span().end();
    }
    require(end == tree.text().length(), "the tokens end at " + end + " of ", tree.source());
    assertCovered(tree.nodes(), 0, tree.text().length());
  }

  private static void assertCovered(List<PolicyNode> nodes, int start, int end) {
    int at = start;
    for (PolicyNode node : nodes) {
      require(node.span().start() == at, "a gap at " + at + " in front of ", node);
      at = node.span().end();
      if (node instanceof ElementNode element) {
        assertCovered(
            element.children(), element.contentSpan().start(), element.contentSpan().end());
        assertAttributes(element);
      }
    }
    require(at == end, "the nodes end at " + at + ", not at " + end + ": ", nodes);
  }

  private static void assertAttributes(ElementNode element) {
    int at = element.nameSpan().end();
    for (AttributeNode attribute : element.attributes()) {
      require(attribute.span().start() >= at, "overlaps: ", attribute);
      require(attribute.nameSpan().text().equals(attribute.name()), "misnamed: ", attribute);
      require(
          attribute.valueSpan().start() >= attribute.nameSpan().end()
              && attribute.valueSpan().end() <= attribute.span().end(),
          "a value elsewhere: ",
          attribute);
      attribute
          .expression()
          .ifPresent(
              expression ->
                  require(
                      expression.span().start() >= attribute.valueSpan().start()
                          && expression.span().end() <= attribute.valueSpan().end(),
                      "an expression elsewhere: ",
                      attribute));
      at = attribute.span().end();
    }
    require(element.startTagSpan().end() >= at, "a tag ends early: ", element);
  }

  private static void require(boolean condition, String what, Object where) {
    if (!condition) {
      throw new AssertionError(what + where);
    }
  }
}
