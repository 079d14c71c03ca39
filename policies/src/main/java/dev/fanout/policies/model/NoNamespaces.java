package dev.fanout.policies.model;

import java.util.Collections;
import java.util.Iterator;
import javax.xml.namespace.NamespaceContext;
import org.jspecify.annotations.Nullable;

/** Policy documents have no namespaces: a colon is a letter of a name. */
final class NoNamespaces implements NamespaceContext {
  static final NoNamespaces INSTANCE = new NoNamespaces();

  private NoNamespaces() {}

  @Override
  public String getNamespaceURI(String prefix) {
    return "";
  }

  @Override
  public @Nullable String getPrefix(String namespace) {
    return namespace.isEmpty() ? "" : null;
  }

  @Override
  public Iterator<String> getPrefixes(String namespace) {
    return namespace.isEmpty() ? Collections.singleton("").iterator() : Collections.emptyIterator();
  }
}
