package dev.fanout.policies;

import dev.fanout.policies.model.PartContent;
import dev.fanout.policies.model.Policy;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.PolicyPart;
import dev.fanout.policies.model.UnknownElement;
import dev.fanout.policies.model.XslStylesheet;
import dev.fanout.policies.syntax.PolicyEdit;
import dev.fanout.policies.syntax.TagWidth;
import dev.fanout.policies.syntax.ValueWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of JAXB and lays the document out: four spaces a level, an element with text on
 * one line, attributes in the order of the catalog; the form of {@code fanout fmt}.
 */
final class DocumentWriter implements XMLStreamWriter {
  private final ValueWriter values;
  private final String lineStart;
  private final StringBuilder out = new StringBuilder(1024);
  private final Deque<Open> elements = new ArrayDeque<>();
  private List<String> attributeOrder = List.of();
  private @Nullable UnknownElement unknown;
  private boolean stylesheet;
  private @Nullable String comment;
  private @Nullable String innerComment;

  DocumentWriter(PolicyFormat format) {
    this(format, "\n");
  }

  /** Each line but the first begins with {@code lineStart}; without one, all is one line. */
  DocumentWriter(PolicyFormat format, String lineStart) {
    this.values = new ValueWriter(format == PolicyFormat.RAWXML);
    this.lineStart = lineStart;
  }

  /** An element whose end tag is to come. */
  private static final class Open {
    private final String name;
    private final Map<String, @Nullable String> attributes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private boolean tagWritten;
    private boolean verbatim;
    private boolean verbatimText;

    Open(String name) {
      this.name = name;
    }
  }

  /** Tells what the next start tag belongs to. */
  void before(Object bean) {
    attributeOrder =
        bean instanceof PolicyPart part
            ? List.copyOf(PolicyCatalog.attributesOf(part.getClass()))
            : List.of();
    unknown = bean instanceof UnknownElement element ? element : null;
    stylesheet = bean instanceof XslStylesheet;
    comment = bean instanceof Policy policy ? policy.comment() : null;
    innerComment = bean instanceof PolicyFragment fragment ? fragment.comment() : null;
  }

  /** The document, with a line end behind the last line. */
  String document() {
    return out + "\n";
  }

  /** What was written, without a line end behind it. */
  String markup() {
    return out.toString();
  }

  /** Writes a bean with all that it holds, in an element of this name. */
  void write(String name, PolicyPart part) {
    PartContent content = PartContent.of(part);
    before(part);
    writeStartElement(name);
    content
        .attributes()
        .forEach(
            (attribute, value) -> {
              if (value != null) {
                writeAttribute(attribute, value);
              }
            });
    content.text().ifPresent(this::writeCharacters);
    content.children().forEach(child -> write(child.name(), child.part()));
    writeEndElement();
  }

  @Override
  public void writeStartElement(String localName) {
    finishStartTag();
    if (comment != null) {
      writeLine("<!-- " + hyphenated(comment) + " -->");
    }
    Open element = new Open(localName);
    attributeOrder.forEach(name -> element.attributes.put(name, null));
    if (unknown != null) {
      writeLine(unknown.element().span().text());
      element.verbatim = true;
    }
    element.verbatimText = stylesheet;
    elements.push(element);
    if (innerComment != null) {
      finishStartTag();
      writeLine("<!-- " + hyphenated(innerComment) + " -->");
    }
    unknown = null;
    stylesheet = false;
    comment = null;
    innerComment = null;
  }

  @Override
  public void writeEndElement() {
    Open element = elements.element();
    if (element.verbatim) {
      elements.pop();
    } else if (element.verbatimText) {
      elements.pop();
      writeLine(element.text.toString());
    } else if (element.tagWritten) {
      elements.pop();
      writeLine("</" + element.name + ">");
    } else if (element.text.isEmpty()) {
      elements.pop();
      writeLine(startTag(element, " />"));
    } else {
      elements.pop();
      String text = values.text(element.text.toString());
      writeLine(startTag(element, ">") + text + "</" + element.name + ">");
    }
  }

  @Override
  public void writeAttribute(String localName, String value) {
    elements.element().attributes.put(localName, value);
  }

  @Override
  public void writeCharacters(String text) {
    elements.element().text.append(text);
  }

  /** Two hyphens in a row must not stand in a comment. */
  private static String hyphenated(String comment) {
    return comment.replace("--", "- -").replace("--", "- -");
  }

  private void finishStartTag() {
    Open element = elements.peek();
    if (element != null && !element.tagWritten) {
      elements.pop();
      writeLine(startTag(element, ">"));
      element.tagWritten = true;
      elements.push(element);
    }
  }

  /** As {@code fanout fmt} lays it out: attributes that make their line too long get own lines. */
  private String startTag(Open element, String close) {
    Map<String, String> written = new LinkedHashMap<>();
    TagWidth width = new TagWidth(column(), element.name);
    element.attributes.forEach(
        (name, value) -> {
          if (value != null) {
            written.put(name, values.attribute(value, '"'));
            width.attribute(name, written.getOrDefault(name, ""));
          }
        });
    boolean wraps = !lineStart.isEmpty() && written.size() > 1 && !width.fits(close);
    String gap = wraps ? lineStart + PolicyEdit.INDENT.repeat(elements.size() + 2) : " ";
    StringBuilder tag = new StringBuilder().append('<').append(element.name);
    written.forEach(
        (name, value) -> tag.append(gap).append(name).append("=\"").append(value).append('"'));
    return tag.append(close).toString();
  }

  /** Where the next line begins. */
  private int column() {
    int lineBreak = Math.max(lineStart.lastIndexOf('\n'), lineStart.lastIndexOf('\r'));
    return lineStart.length() - (lineBreak + 1) + PolicyEdit.INDENT.length() * elements.size();
  }

  private void writeLine(String line) {
    if (!out.isEmpty()) {
      out.append(lineStart);
    }
    if (!lineStart.isEmpty()) {
      out.append(PolicyEdit.INDENT.repeat(elements.size()));
    }
    out.append(line);
  }

  @Override
  public void writeStartElement(String namespace, String localName) {
    writeStartElement(localName);
  }

  @Override
  public void writeStartElement(String prefix, String localName, String namespace) {
    writeStartElement(localName);
  }

  @Override
  public void writeAttribute(String namespace, String localName, String value) {
    writeAttribute(localName, value);
  }

  @Override
  public void writeAttribute(String prefix, String namespace, String localName, String value) {
    writeAttribute(localName, value);
  }

  @Override
  public void writeCharacters(char[] text, int start, int length) {
    writeCharacters(new String(text, start, length));
  }

  @Override
  public void writeCData(String text) {
    writeCharacters(text);
  }

  @Override
  public void writeEmptyElement(String localName) {
    writeStartElement(localName);
    writeEndElement();
  }

  @Override
  public void writeEmptyElement(String namespace, String localName) {
    writeEmptyElement(localName);
  }

  @Override
  public void writeEmptyElement(String prefix, String localName, String namespace) {
    writeEmptyElement(localName);
  }

  @Override
  public void writeNamespace(String prefix, String namespace) {}

  @Override
  public void writeDefaultNamespace(String namespace) {}

  @Override
  public void writeStartDocument() {}

  @Override
  public void writeStartDocument(String version) {}

  @Override
  public void writeStartDocument(String encoding, String version) {}

  @Override
  public void writeEndDocument() {}

  @Override
  public void writeComment(String data) {
    throw new UnsupportedOperationException("beans have no comments of their own");
  }

  @Override
  public void writeProcessingInstruction(String target) {
    throw new UnsupportedOperationException("no processing instructions");
  }

  @Override
  public void writeProcessingInstruction(String target, String data) {
    throw new UnsupportedOperationException("no processing instructions");
  }

  @Override
  public void writeDTD(String dtd) {
    throw new UnsupportedOperationException("no DTD");
  }

  @Override
  public void writeEntityRef(String name) {
    throw new UnsupportedOperationException("no entities");
  }

  @Override
  public @Nullable String getPrefix(String namespace) {
    return null;
  }

  @Override
  public void setPrefix(String prefix, String namespace) {}

  @Override
  public void setDefaultNamespace(String namespace) {}

  @Override
  public void setNamespaceContext(NamespaceContext context) {}

  @Override
  public @Nullable NamespaceContext getNamespaceContext() {
    return null;
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return null;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
