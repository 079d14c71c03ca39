package dev.fanout.expressions.runtime.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespaces in force while an element is written, and those still to be declared. */
final class WriterNamespaces {
  private final List<Entry> entries = new ArrayList<>();

  /** How many entries there were before each open element. */
  private final List<Integer> scopes = new ArrayList<>();

  private static final class Entry {
    final String prefix;
    final String uri;

    /** Must a declaration be written with the start tag? */
    boolean isMissing;

    Entry(String prefix, String uri, boolean isMissing) {
      this.prefix = prefix;
      this.uri = uri;
      this.isMissing = isMissing;
    }
  }

  WriterNamespaces() {
    entries.add(new Entry("xmlns", XNamespace.XMLNS_URI, false));
    entries.add(new Entry("xml", XNamespace.XML_URI, false));
    entries.add(new Entry("", "", false));
  }

  void enter() {
    scopes.add(entries.size());
  }

  void leave() {
    int size = scopes.remove(scopes.size() - 1);
    while (entries.size() > size) {
      entries.remove(entries.size() - 1);
    }
  }

  /** The prefix is used for the namespace: it is declared unless it already says so. */
  void imply(String prefix, String uri) {
    int known = find(prefix);
    if (known >= scope()) {
      if (!entries.get(known).uri.equals(uri)) {
        throw XmlFailures.xml(
            "The prefix '"
                + prefix
                + "' cannot be redefined from '"
                + entries.get(known).uri
                + "' to '"
                + uri
                + "' within the same start element tag.");
      }
      return;
    }
    entries.add(new Entry(prefix, uri, known < 0 || !entries.get(known).uri.equals(uri)));
  }

  /** A declaration is written as an attribute; false if it may be left out. */
  boolean declare(String prefix, String uri, boolean omitsDuplicates) {
    int known = find(prefix);
    if (known >= scope()) {
      Entry entry = entries.get(known);
      if (!entry.uri.equals(uri)) {
        imply(prefix, uri);
      }
      boolean repeats = omitsDuplicates && !entry.isMissing;
      entry.isMissing = false;
      return !repeats;
    }
    entries.add(new Entry(prefix, uri, false));
    return !(omitsDuplicates && known >= 0 && entries.get(known).uri.equals(uri));
  }

  /** The prefix of an attribute in a namespace, made up if there is none. */
  String forAttribute(@Nullable String prefix, String uri) {
    String used = prefix;
    if (used == null || used.isEmpty()) {
      used = prefixOf(uri);
    }
    if (used == null || used.isEmpty() || isOther(used, uri)) {
      used = made();
    }
    imply(used, uri);
    return used;
  }

  private boolean isOther(String prefix, String uri) {
    int known = find(prefix);
    return known >= scope() && !entries.get(known).uri.equals(uri);
  }

  private String made() {
    String prefix = "p" + (entries.size() - 3);
    String made = prefix;
    for (int i = 0; find(made) >= 0; i++) {
      made = prefix + i;
    }
    return made;
  }

  /** The innermost prefix that stands for the namespace here; null without one. */
  @Nullable String prefixOf(String uri) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).uri.equals(uri) && find(entries.get(i).prefix) == i) {
        return entries.get(i).prefix;
      }
    }
    return null;
  }

  /** What the start tag lacks, prefix to namespace; asked for once. */
  Map<String, String> missing() {
    Map<String, String> missing = new LinkedHashMap<>();
    for (int i = scope(); i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.isMissing) {
        missing.put(entry.prefix, entry.uri);
        entry.isMissing = false;
      }
    }
    return missing;
  }

  private int scope() {
    return scopes.isEmpty() ? 0 : scopes.get(scopes.size() - 1);
  }

  private int find(String prefix) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).prefix.equals(prefix)) {
        return i;
      }
    }
    return -1;
  }
}
