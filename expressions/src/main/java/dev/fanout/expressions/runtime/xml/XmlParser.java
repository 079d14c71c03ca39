package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads a document: its structure. No document types; elements no deeper than {@link #DEEPEST}. */
final class XmlParser {
  /** Elements in one another. */
  static final int DEEPEST = 1_000;

  private static final int PRESERVE_WHITESPACE = 1;

  private final XmlText text;
  private final boolean preservesBlanks;
  private final XDocument document = XDocument.create();
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean hasRoot;

  /** An element whose end has not come, with its name as written and where that stands. */
  private record Open(XElement element, String name, int start, TagScope scope) {}

  private XmlParser(String source, int options) {
    this.text = new XmlText(source);
    this.preservesBlanks = (options & PRESERVE_WHITESPACE) != 0;
  }

  static String checked(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("text");
    }
    return text;
  }

  static XDocument document(String source, int options) {
    return new XmlParser(source, options).read();
  }

  static XElement element(String source, int options) {
    XElement root = document(source, options).root();
    if (root == null) {
      throw XmlFailures.xml("Root element is missing.");
    }
    root.remove();
    return root;
  }

  private XDocument read() {
    text.skipMark();
    declaration();
    while (!text.isAtEnd()) {
      Fence.steps(1);
      if (text.takes("</")) {
        endTag();
      } else if (text.takes("<!--")) {
        container().add((Object) XComment.create(text.comment()));
      } else if (text.takes("<![CDATA[")) {
        cdata();
      } else if (text.takes("<!")) {
        throw documentType();
      } else if (text.takes("<?")) {
        instruction();
      } else if (text.takes("<")) {
        startTag();
      } else {
        characters();
      }
    }
    finish();
    return document;
  }

  private void finish() {
    if (!open.isEmpty()) {
      StringBuilder names = new StringBuilder();
      open.forEach(one -> names.append(names.length() == 0 ? "" : ", ").append(one.name()));
      throw text.failure(
          "Unexpected end of file has occurred. The following elements are not closed: "
              + names
              + ".");
    }
    if (!hasRoot) {
      throw XmlFailures.xml("Root element is missing.");
    }
  }

  private XContainer container() {
    Open innermost = open.peek();
    return innermost == null ? document : innermost.element();
  }

  private void declaration() {
    if (!text.startsDeclaration()) {
      return;
    }
    text.takes("<?xml");
    XDeclaration declaration = XDeclaration.create("1.0", null, null);
    String[] names = {"version", "encoding", "standalone"};
    int next = 0;
    while (true) {
      boolean hasBlank = text.skipBlanks();
      if (text.takes("?>")) {
        break;
      }
      int start = text.position();
      String name = hasBlank ? text.name() : "";
      while (next < names.length && !names[next].equals(name)) {
        next++;
      }
      if (next == names.length || (next > 0 && declaration.version() == null)) {
        throw text.failureAt("Syntax for an XML declaration is invalid.", start);
      }
      String value = text.attributeValue();
      switch (next++) {
        case 0 -> {
          if (!value.equals("1.0")) {
            throw text.failureAt("Version number '" + value + "' is invalid.", start);
          }
        }
        case 1 -> declaration.setEncoding(value);
        default -> {
          if (!value.equals("yes") && !value.equals("no")) {
            throw text.failureAt("Syntax for an XML declaration is invalid.", start);
          }
          declaration.setStandalone(value);
        }
      }
    }
    document.setDeclaration(declaration);
  }

  private void startTag() {
    int start = text.position();
    if (open.isEmpty() && hasRoot) {
      throw text.failureAt("There are multiple root elements.", start);
    }
    String name = text.name();
    TagScope scope = new TagScope(text, open.isEmpty() ? null : open.getFirst().scope());
    boolean isEmpty;
    while (true) {
      boolean hasBlank = text.skipBlanks();
      if (text.takes("/>")) {
        isEmpty = true;
        break;
      }
      if (text.takes(">")) {
        isEmpty = false;
        break;
      }
      scope.attribute(hasBlank);
    }
    XElement element = XElement.create(scope.elementName(name, start));
    scope.addTo(element);
    hasRoot = true;
    container().add((Object) element);
    if (!isEmpty) {
      open.push(new Open(element, name, start, scope));
      if (open.size() > DEEPEST) {
        throw text.failureAt("The elements are nested deeper than " + DEEPEST + ".", start);
      }
    }
  }

  private void endTag() {
    int start = text.position();
    if (open.isEmpty()) {
      throw text.failureAt(
          hasRoot ? "Unexpected end tag." : "Data at the root level is invalid.", start);
    }
    Open innermost = open.pop();
    String name = text.name();
    if (!name.equals(innermost.name())) {
      throw text.failureAt(
          "The '"
              + innermost.name()
              + "' start tag on line "
              + text.line(innermost.start())
              + " position "
              + text.column(innermost.start())
              + " does not match the end tag of '"
              + name
              + "'.",
          start);
    }
    text.skipBlanks();
    text.expect('>');
    XElement element = innermost.element();
    element.hasEmptyText = element.last == null;
  }

  private void cdata() {
    if (open.isEmpty()) {
      throw text.failureAt("Data at the root level is invalid.", text.position() - 9);
    }
    container().add((Object) XCData.create(text.cdata()));
  }

  private void instruction() {
    int start = text.position();
    String target = text.name();
    if (target.equalsIgnoreCase("xml")) {
      throw text.failureAt(
          "Unexpected XML declaration. The XML declaration must be the first node in the document,"
              + " and no whitespace characters are allowed to appear before it.",
          start);
    }
    container().add((Object) XProcessingInstruction.create(target, text.instruction()));
  }

  private RuntimeException documentType() {
    return text.failureAt(
        text.takes("DOCTYPE")
            ? "For security reasons DTD is prohibited in this XML document."
            : "'<!' is an unexpected token.",
        text.position());
  }

  private void characters() {
    int start = text.position();
    String characters = text.characters(open.isEmpty());
    boolean isBlank = XmlNames.isBlank(characters);
    if (open.isEmpty()) {
      if (!isBlank) {
        throw text.failureAt("Data at the root level is invalid.", text.firstVisible(start));
      }
      if (preservesBlanks) {
        container().add((Object) characters);
      }
    } else if (!isBlank || preservesBlanks || open.getFirst().scope().preservesBlanks()) {
      container().add((Object) characters);
    }
  }
}
