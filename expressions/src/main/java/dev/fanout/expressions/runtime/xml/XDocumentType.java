package dev.fanout.expressions.runtime.xml;

import org.jspecify.annotations.Nullable;

/** A document type, which is only written: reading one is refused. */
public final class XDocumentType extends XNode {
  private final String name;
  private @Nullable String publicId;
  private @Nullable String systemId;
  private @Nullable String internalSubset;

  private XDocumentType(
      String name,
      @Nullable String publicId,
      @Nullable String systemId,
      @Nullable String internalSubset) {
    this.name = name;
    this.publicId = publicId;
    this.systemId = systemId;
    this.internalSubset = internalSubset;
  }

  public static XDocumentType create(
      @Nullable String name,
      @Nullable String publicId,
      @Nullable String systemId,
      @Nullable String internalSubset) {
    String known = XName.checked(XName.ofString(name)).localName();
    return new XDocumentType(known, publicId, systemId, internalSubset);
  }

  public String name() {
    return name;
  }

  public @Nullable String publicId() {
    return publicId;
  }

  public void setPublicId(@Nullable String value) {
    publicId = value;
  }

  public @Nullable String systemId() {
    return systemId;
  }

  public void setSystemId(@Nullable String value) {
    systemId = value;
  }

  public @Nullable String internalSubset() {
    return internalSubset;
  }

  public void setInternalSubset(@Nullable String value) {
    internalSubset = value;
  }

  @Override
  public int nodeType() {
    return DOCUMENT_TYPE;
  }

  @Override
  XDocumentType copy() {
    return new XDocumentType(name, publicId, systemId, internalSubset);
  }

  @Override
  boolean deepEquals(XNode other) {
    return other instanceof XDocumentType that
        && name.equals(that.name)
        && java.util.Objects.equals(publicId, that.publicId)
        && java.util.Objects.equals(systemId, that.systemId)
        && java.util.Objects.equals(internalSubset, that.internalSubset);
  }

  @Override
  void writeTo(XmlOutput output) {
    output.documentType(name, publicId, systemId, internalSubset);
  }
}
