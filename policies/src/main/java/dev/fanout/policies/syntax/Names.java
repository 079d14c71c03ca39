package dev.fanout.policies.syntax;

import org.jspecify.annotations.Nullable;

/** Names of one document, each of them one string: a document has few, and has them often. */
final class Names {
  private static final int PLACES = 256;

  /** Later ones are strings of their own. */
  private static final int MOST = PLACES / 2;

  private final String text;
  private final @Nullable String[] names = new @Nullable String[PLACES];
  private int count;

  Names(String text) {
    this.text = text;
  }

  /** What stands there, empty if nothing does. */
  String at(int start, int end) {
    int length = end - start;
    if (length == 0) {
      return "";
    }
    int place = place(start, length);
    for (String name = names[place]; name != null; name = names[place]) {
      if (name.length() == length && text.startsWith(name, start)) {
        return name;
      }
      place = (place + 1) & (PLACES - 1);
    }
    String name = text.substring(start, end);
    if (count < MOST) {
      names[place] = name;
      count++;
    }
    return name;
  }

  private int place(int start, int length) {
    int hash = length;
    hash = 31 * hash + text.charAt(start);
    hash = 31 * hash + text.charAt(start + length / 2);
    hash = 31 * hash + text.charAt(start + length - 1);
    return hash & (PLACES - 1);
  }
}
