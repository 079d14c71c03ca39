package dev.fanout.policies.liquid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads markup: quoted strings, words, and what lies between them. */
final class Fragments {
  private final String text;
  private int at;

  Fragments(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  void skipOne() {
    at++;
  }

  String rest() {
    return text.substring(at);
  }

  void skipBlanks() {
    while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  boolean take(String wanted) {
    if (text.startsWith(wanted, at)) {
      at += wanted.length();
      return true;
    }
    return false;
  }

  /** A word of letters, digits, underscores, and dashes if they are allowed; empty if none. */
  String word(boolean dashes) {
    int start = at;
    while (!atEnd() && (isWord(text.charAt(at)) || (dashes && text.charAt(at) == '-'))) {
      at++;
    }
    return text.substring(start, at);
  }

  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /**
   * A quoted string, or characters that are no blank, comma or bar, with quoted strings among them;
   * null if neither stands here.
   *
   * @param ends further characters that end it
   */
  @Nullable String fragment(String ends) {
    int start = at;
    int quoted = endOfQuoted(at);
    if (quoted > at) {
      at = quoted;
      return text.substring(start, at);
    }
    while (!atEnd()) {
      char c = text.charAt(at);
      int end = endOfQuoted(at);
      if (end > at) {
        at = end;
      } else if (Character.isWhitespace(c)
          || c == '"'
          || c == '\''
          || c == '|'
          || ends.indexOf(c) >= 0) {
        break;
      } else {
        at++;
      }
    }
    return at == start ? null : text.substring(start, at);
  }

  @Nullable String fragment() {
    return fragment(",");
  }

  /** Skips to behind the next character of the kind outside quotes; false if there is none. */
  boolean skipBehind(char wanted) {
    while (!atEnd()) {
      int end = endOfQuoted(at);
      if (end > at) {
        at = end;
      } else if (text.charAt(at++) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** The rest, cut at a character outside quotes. */
  List<String> split(char separator) {
    List<String> pieces = new ArrayList<>();
    int start = at;
    while (skipBehind(separator)) {
      pieces.add(text.substring(start, at - 1));
      start = at;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /** All {@code name: fragment} of the rest. */
  List<String[]> attributes() {
    List<String[]> attributes = new ArrayList<>();
    while (!atEnd()) {
      int start = at;
      String name = word(false);
      skipBlanks();
      if (!name.isEmpty() && take(":")) {
        skipBlanks();
        String value = fragment();
        if (value != null) {
          attributes.add(new String[] {name, value});
        }
      } else if (at == start) {
        at++;
      }
    }
    return attributes;
  }

  private int endOfQuoted(int from) {
    char c = from < text.length() ? text.charAt(from) : '\0';
    if (c != '"' && c != '\'') {
      return -1;
    }
    int end = text.indexOf(c, from + 1);
    return end < 0 ? -1 : end + 1;
  }
}
