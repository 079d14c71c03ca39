package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.StringWriter;
import org.jspecify.annotations.Nullable;

/** {@code Save} to a writer of text, whose encoding is that of strings. */
public final class XmlSaving {
  private XmlSaving() {}

  public static void save(XDocument self, @Nullable StringWriter textWriter) {
    save(self, textWriter, 0);
  }

  public static void save(XDocument self, @Nullable StringWriter textWriter, int options) {
    XDeclaration declaration = self.declaration();
    String standalone = declaration == null ? null : declaration.standalone();
    write(
        self,
        textWriter,
        options,
        "yes".equals(standalone) ? Boolean.TRUE : "no".equals(standalone) ? Boolean.FALSE : null);
  }

  public static void save(XElement self, @Nullable StringWriter textWriter) {
    save(self, textWriter, 0);
  }

  public static void save(XElement self, @Nullable StringWriter textWriter, int options) {
    write(self, textWriter, options, null);
  }

  private static void write(
      XNode node, @Nullable StringWriter writer, int options, @Nullable Boolean isStandalone) {
    if (writer == null) {
      throw Failures.argumentNull("output");
    }
    XmlOutput output = new XmlOutput(options);
    output.declaration("utf-16", isStandalone);
    node.writeTo(output);
    writer.write(output.text());
  }
}
