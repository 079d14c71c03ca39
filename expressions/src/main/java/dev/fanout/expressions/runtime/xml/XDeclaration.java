package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.ClrText;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** The XML declaration of a document. */
public final class XDeclaration implements ClrText {
  private @Nullable String version;
  private @Nullable String encoding;
  private @Nullable String standalone;

  private XDeclaration(
      @Nullable String version, @Nullable String encoding, @Nullable String standalone) {
    this.version = version;
    this.encoding = encoding;
    this.standalone = standalone;
  }

  public static XDeclaration create(
      @Nullable String version, @Nullable String encoding, @Nullable String standalone) {
    return new XDeclaration(version, encoding, standalone);
  }

  public static XDeclaration create(@Nullable XDeclaration other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return new XDeclaration(other.version, other.encoding, other.standalone);
  }

  public @Nullable String version() {
    return version;
  }

  public void setVersion(@Nullable String value) {
    version = value;
  }

  public @Nullable String encoding() {
    return encoding;
  }

  public void setEncoding(@Nullable String value) {
    encoding = value;
  }

  public @Nullable String standalone() {
    return standalone;
  }

  public void setStandalone(@Nullable String value) {
    standalone = value;
  }

  @Override
  public String clrText() {
    return "<?xml"
        + part("version", version)
        + part("encoding", encoding)
        + part("standalone", standalone)
        + "?>";
  }

  private static String part(String name, @Nullable String value) {
    return value == null ? "" : " " + name + "=\"" + value + "\"";
  }
}
