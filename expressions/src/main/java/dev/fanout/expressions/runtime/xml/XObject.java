package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.ClrText;
import org.jspecify.annotations.Nullable;

/** A node or an attribute. */
public abstract class XObject implements ClrText {
  static final int ELEMENT = 1;
  static final int ATTRIBUTE = 2;
  static final int TEXT = 3;
  static final int CDATA = 4;
  static final int PROCESSING_INSTRUCTION = 7;
  static final int COMMENT = 8;
  static final int DOCUMENT = 9;
  static final int DOCUMENT_TYPE = 10;

  /** Null at the top of a tree. */
  @Nullable XContainer container;

  /** The parent, if it is an element. */
  public final @Nullable XElement parent() {
    return container instanceof XElement element ? element : null;
  }

  /** The document at the top of the tree. */
  public final @Nullable XDocument document() {
    XObject top = this;
    while (top.container != null) {
      top = top.container;
    }
    return top instanceof XDocument document ? document : null;
  }

  public final String baseUri() {
    return "";
  }

  /** A value of {@code XmlNodeType}. */
  public abstract int nodeType();
}
