package dev.fanout.policies;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.model.PartContent;
import dev.fanout.policies.model.PolicyPart;
import dev.fanout.policies.model.UnknownElement;
import dev.fanout.policies.model.XslStylesheet;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyEdit;
import dev.fanout.policies.syntax.PolicyTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between beans and the elements that they were read from, and makes an edit of
 * it. An element whose bean moved is taken along as it is written.
 */
final class PolicyUpdate {
  private final PolicyTree tree;
  private final PolicyEdit edit;

  private PolicyUpdate(PolicyTree tree) {
    this.tree = tree;
    this.edit = tree.edit();
  }

  /** The text of the document with the changes of its beans. */
  static SourceText of(PolicyDocument document) {
    if (document.root().isEmpty()) {
      return document.source();
    }
    PolicyUpdate update = new PolicyUpdate(document.tree());
    update.part((PolicyPart) document.root().get());
    return update.edit.apply().source();
  }

  private void part(PolicyPart part) {
    ElementNode node = part.node().orElseThrow();
    if (part instanceof UnknownElement) {
      return;
    }
    if (part instanceof XslStylesheet stylesheet) {
      if (!stylesheet.markup().equals(node.span().text())) {
        edit.replace(node, stylesheet.markup());
      }
      return;
    }
    PartContent content = PartContent.of(part);
    content.attributes().forEach((name, value) -> attribute(node, name, value));
    content
        .text()
        .filter(text -> !text.equals(node.text().value()))
        .ifPresent(text -> edit.setText(node, text));
    if (content.text().isEmpty()) {
      children(part, node, content.children());
    }
  }

  private void attribute(ElementNode node, String name, @Nullable String value) {
    Optional<AttributeNode> written = node.attribute(name);
    if (value == null) {
      edit.removeAttribute(node, name);
    } else if (written.isEmpty() || !written.get().value().equals(value)) {
      edit.setAttribute(node, name, value);
    }
  }

  private void children(PolicyPart part, ElementNode node, List<PartContent.Child> children) {
    Set<ElementNode> staying = staying(node, children);
    for (ElementNode written : PartContent.childrenRead(part)) {
      if (!staying.contains(written)) {
        edit.remove(written);
      }
    }
    ElementNode previous = null;
    List<PartContent.Child> added = new ArrayList<>();
    for (PartContent.Child child : children) {
      ElementNode written = child.part().node().orElse(null);
      if (written != null && staying.remove(written)) {
        insert(added, node, previous, written);
        added.clear();
        part(child.part());
        previous = written;
      } else {
        added.add(child);
      }
    }
    insert(added, node, previous, null);
  }

  /**
   * Those children whose elements can stay where they are: in the element, and in order among those
   * of their list.
   */
  private static Set<ElementNode> staying(ElementNode node, List<PartContent.Child> children) {
    Set<ElementNode> staying = new HashSet<>();
    Map<String, Integer> lastByList = new HashMap<>();
    for (PartContent.Child child : children) {
      ElementNode written = child.part().node().orElse(null);
      String list = child.held() ? "" : child.name();
      if (written != null
          && written.parent().filter(parent -> parent == node).isPresent()
          && written.span().start() > lastByList.getOrDefault(list, -1)) {
        staying.add(written);
        lastByList.put(list, written.span().start());
      }
    }
    return staying;
  }

  private void insert(
      List<PartContent.Child> added,
      ElementNode parent,
      @Nullable ElementNode previous,
      @Nullable ElementNode next) {
    if (added.isEmpty()) {
      return;
    }
    String lineStart = edit.lineStart(previous != null ? previous : next != null ? next : parent);
    if (previous == null && next == null && !lineStart.isEmpty()) {
      lineStart += PolicyEdit.INDENT;
    }
    String[] markup = new String[added.size()];
    for (int i = 0; i < markup.length; i++) {
      markup[i] = markup(added.get(i), lineStart);
    }
    if (previous != null) {
      edit.insertAfter(previous, markup);
    } else if (next != null) {
      edit.insertBefore(next, markup);
    } else {
      edit.append(parent, markup);
    }
  }

  private String markup(PartContent.Child child, String lineStart) {
    ElementNode written = child.part().node().orElse(null);
    if (written != null && written.source() == tree.source()) {
      PolicyUpdate inside = new PolicyUpdate(tree);
      inside.part(child.part());
      return inside.edit.markup(written);
    }
    DocumentWriter writer =
        new DocumentWriter(
            edit.escapesExpressions() ? PolicyFormat.XML : PolicyFormat.RAWXML, lineStart);
    writer.write(child.name(), child.part());
    return writer.markup();
  }
}
