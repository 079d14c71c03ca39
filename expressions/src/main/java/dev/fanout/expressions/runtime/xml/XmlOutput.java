package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML text as .NET's XmlWriter does: two blanks a level unless there is text beside; line
 * ends are {@code \n}; prefixes are made up where none is known.
 */
final class XmlOutput {
  private static final int DISABLE_FORMATTING = 1;
  private static final int OMIT_DUPLICATES = 2;

  private final StringBuilder out = new StringBuilder();
  private final WriterNamespaces namespaces = new WriterNamespaces();
  private final boolean isIndented;
  private final boolean omitsDuplicates;
  private final Deque<Boolean> outerMixed = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private boolean isTagOpen;
  private boolean isMixed;

  /** Where the content of the innermost element began, if nothing was written in it. */
  private int contentStart = -1;

  XmlOutput(int options) {
    isIndented = (options & DISABLE_FORMATTING) == 0;
    omitsDuplicates = (options & OMIT_DUPLICATES) != 0;
  }

  String text() {
    return out.toString();
  }

  /** {@code <?xml … ?>} before everything. */
  void declaration(String encoding, @Nullable Boolean isStandalone) {
    out.append("<?xml version=\"1.0\" encoding=\"").append(encoding).append('"');
    if (isStandalone != null) {
      out.append(" standalone=\"").append(isStandalone ? "yes" : "no").append('"');
    }
    out.append("?>");
  }

  void startElement(@Nullable String prefix, String localName, String uri) {
    closeTag();
    indent();
    Fence.steps(1);
    String known = prefix != null ? prefix : namespaces.prefixOf(uri);
    String used = known == null ? "" : known;
    String name = used.isEmpty() ? localName : used + ":" + localName;
    namespaces.enter();
    namespaces.imply(used, uri);
    out.append('<').append(name);
    names.push(name);
    outerMixed.push(isMixed);
    isTagOpen = true;
  }

  void writeAttribute(@Nullable String prefix, String localName, String uri, String value) {
    if (uri.equals(XNamespace.XMLNS_URI) || (uri.isEmpty() && localName.equals("xmlns"))) {
      String declared = uri.isEmpty() ? "" : localName;
      if (namespaces.declare(declared, value, omitsDuplicates)) {
        attribute(uri.isEmpty() ? "" : "xmlns", localName, value);
      }
      return;
    }
    attribute(uri.isEmpty() ? "" : namespaces.forAttribute(prefix, uri), localName, value);
  }

  /** Writes it as it is told. */
  void attribute(String prefix, String localName, String value) {
    out.append(' ');
    if (!prefix.isEmpty()) {
      out.append(prefix).append(':');
    }
    out.append(localName).append("=\"");
    escape(value, true);
    out.append('"');
    checkLength(out.length());
  }

  void endElement(boolean isEmpty) {
    String name = names.pop();
    if (isEmpty && isTagOpen) {
      namespaces.missing().forEach(this::declareMissing);
      isTagOpen = false;
      out.append(" />");
    } else {
      boolean hasContent = !isTagOpen && contentStart != out.length();
      closeTag();
      if (hasContent) {
        lineUp(names.size());
      }
      out.append("</").append(name).append('>');
    }
    namespaces.leave();
    isMixed = outerMixed.pop();
    contentStart = -1;
  }

  private void declareMissing(String prefix, String uri) {
    attribute(prefix.isEmpty() ? "" : "xmlns", prefix.isEmpty() ? "xmlns" : prefix, uri);
  }

  void text(String value) {
    closeTag();
    isMixed = true;
    escape(value, false);
    checkLength(out.length());
  }

  void cdata(String value) {
    closeTag();
    isMixed = true;
    checkCharacters(value);
    out.append("<![CDATA[").append(lines(value).replace("]]>", "]]]]><![CDATA[>")).append("]]>");
    checkLength(out.length());
  }

  void comment(String value) {
    closeTag();
    indent();
    checkCharacters(value);
    String written = lines(value);
    while (written.contains("--")) {
      written = written.replace("--", "- -");
    }
    out.append("<!--").append(written).append(written.endsWith("-") ? " -->" : "-->");
  }

  void instruction(String target, String data) {
    closeTag();
    indent();
    checkCharacters(data);
    out.append("<?").append(target);
    if (!data.isEmpty()) {
      out.append(' ').append(lines(data).replace("?>", "? >"));
    }
    out.append("?>");
  }

  void documentType(
      String name,
      @Nullable String publicId,
      @Nullable String systemId,
      @Nullable String internalSubset) {
    closeTag();
    indent();
    out.append("<!DOCTYPE ").append(name);
    if (publicId != null) {
      out.append(" PUBLIC \"").append(publicId).append("\" \"");
      out.append(systemId == null ? "" : systemId).append('"');
    } else if (systemId != null) {
      out.append(" SYSTEM \"").append(systemId).append('"');
    }
    if (internalSubset != null) {
      out.append(publicId == null && systemId == null ? " [" : "[");
      out.append(internalSubset).append(']');
    }
    out.append('>');
  }

  private void closeTag() {
    if (isTagOpen) {
      namespaces.missing().forEach(this::declareMissing);
      out.append('>');
      isTagOpen = false;
      contentStart = out.length();
      // The element at the top of a document is never on one line with its content because of
      // blanks beside it.
      isMixed = names.size() > 1 && isMixed;
    }
  }

  private void indent() {
    lineUp(names.size());
  }

  private void lineUp(int level) {
    if (isIndented && !isMixed && out.length() > 0) {
      out.append('\n').append("  ".repeat(level));
    }
  }

  private void escape(String value, boolean inAttribute) {
    checkCharacters(value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(inAttribute ? "&quot;" : "\"");
        case '\n' -> out.append(inAttribute ? "&#xA;" : "\n");
        case '\t' -> out.append(inAttribute ? "&#x9;" : "\t");
        case '\r' -> {
          if (inAttribute) {
            out.append("&#xD;");
          } else if (i + 1 == value.length() || value.charAt(i + 1) != '\n') {
            out.append('\n');
          }
        }
        default -> out.append(c);
      }
    }
  }

  private static String lines(String value) {
    return value.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void checkCharacters(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw Failures.argument("Invalid surrogate pair.", null);
      } else if (!XmlNames.isCharacter(c)) {
        throw Failures.argument(XmlFailures.shown(c) + ", is an invalid character.", null);
      }
    }
  }

  static void checkLength(int length) {
    Fence.characters(length);
  }
}
