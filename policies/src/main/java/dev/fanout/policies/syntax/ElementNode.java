package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element with its tags. Two nodes are equal only if they are the same one. */
public final class ElementNode implements PolicyNode {
  private static final AttributeNode[] NO_ATTRIBUTES = {};
  private static final PolicyNode[] NO_CHILDREN = {};

  private final SourceText source;
  private final @Nullable ElementNode parent;
  private final String name;
  private final int start;
  private final int nameStart;
  private AttributeNode[] attributes = NO_ATTRIBUTES;
  private PolicyNode[] children = NO_CHILDREN;
  private int contentStart;
  private int contentEnd;
  private int end;
  private boolean selfClosing;

  ElementNode(
      SourceText source, @Nullable ElementNode parent, String name, int start, int nameStart) {
    this.source = source;
    this.parent = parent;
    this.name = name;
    this.start = start;
    this.nameStart = nameStart;
    this.contentStart = nameStart + name.length();
    this.contentEnd = contentStart;
    this.end = contentStart;
  }

  /** The name as written, with its prefix if it has one. */
  public String name() {
    return name;
  }

  /** The name in the start tag. */
  public SourceSpan nameSpan() {
    return source.span(nameStart, nameStart + name.length());
  }

  @Override
  public SourceSpan span() {
    return source.span(start, end);
  }

  /** From {@code <} to {@code >} of the start tag. */
  public SourceSpan startTagSpan() {
    return source.span(start, contentStart);
  }

  /** What stands between the tags; empty behind the start tag of {@code <a/>}. */
  public SourceSpan contentSpan() {
    return source.span(contentStart, contentEnd);
  }

  /** True for {@code <a/>}. */
  public boolean isSelfClosing() {
    return selfClosing;
  }

  /** The element around this one, empty for the root. */
  public Optional<ElementNode> parent() {
    return Optional.ofNullable(parent);
  }

  /** In document order; of two with one name, {@link #attribute} gives the first. */
  public List<AttributeNode> attributes() {
    return Collections.unmodifiableList(Arrays.asList(attributes));
  }

  public Optional<AttributeNode> attribute(String attributeName) {
    for (AttributeNode attribute : attributes) {
      if (attribute.name().equals(attributeName)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** Everything between the tags, without a gap. */
  public List<PolicyNode> children() {
    return Collections.unmodifiableList(Arrays.asList(children));
  }

  /** The children that are elements. */
  public List<ElementNode> elements() {
    List<ElementNode> elements = new ArrayList<>();
    for (PolicyNode child : children) {
      if (child instanceof ElementNode element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The children that are elements of this name. */
  public List<ElementNode> elements(String elementName) {
    List<ElementNode> elements = elements();
    elements.removeIf(element -> !element.name().equals(elementName));
    return elements;
  }

  /** The content as one value. */
  public ElementText text() {
    return ElementTexts.of(this);
  }

  @Override
  public String toString() {
    return "<" + name + "> at " + nameSpan();
  }

  /** The document that this is in. */
  public SourceText source() {
    return source;
  }

  void setChildren(PolicyNode[] all) {
    children = all;
  }

  void endStartTag(AttributeNode[] all, int offset, boolean closesItself) {
    attributes = all;
    contentStart = offset;
    contentEnd = offset;
    end = offset;
    selfClosing = closesItself;
  }

  void endContent(int contentEndOffset, int endOffset) {
    contentEnd = contentEndOffset;
    end = endOffset;
  }

  /** Where it ends in the document. */
  int end() {
    return end;
  }
}
