package dev.fanout.artifacts.lint;

import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.syntax.ElementNode;
import java.util.stream.Stream;

/** Elements of documents. */
final class Elements {
  private Elements() {}

  /** All of a document, the root first. */
  static Stream<ElementNode> all(PolicyDocument document) {
    return document.tree().root().stream().flatMap(Elements::within);
  }

  static Stream<ElementNode> named(PolicyDocument document, String name) {
    return all(document).filter(node -> node.name().equals(name));
  }

  private static Stream<ElementNode> within(ElementNode node) {
    return Stream.concat(Stream.of(node), node.elements().stream().flatMap(Elements::within));
  }
}
