package dev.fanout.policies.eval;

import java.util.Locale;

/** Text on one line: in quotes, with C#'s escapes for what a terminal would obey. */
public final class Quoted {
  private Quoted() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(isPlain(c) ? String.valueOf(c) : escape(c));
      }
    }
    return out.append('"').toString();
  }

  private static boolean isPlain(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static String escape(char c) {
    return String.format(Locale.ROOT, "\\u" + "%04x", (int) c);
  }
}
