package dev.fanout.policies.liquid;

import java.util.ArrayList;
import java.util.List;

/** Cuts a template into texts, <code>{{ outputs }}</code> and <code>{% tags %}</code>. */
final class Tokens {
  private Tokens() {}

  static List<String> of(String template) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      int start = nextStart(template, at);
      if (start < 0) {
        tokens.add(template.substring(at));
        break;
      }
      boolean tag = template.charAt(start + 1) == '%';
      int end = end(template, start, tag);
      boolean trimsBefore = template.startsWith("-", start + 2);
      add(tokens, before(template.substring(at, start), trimsBefore));
      String token = template.substring(start, end);
      boolean closed = token.length() > 4 && token.endsWith(tag ? "-%}" : "-}}");
      tokens.add(trimmed(token, trimsBefore, closed));
      at = closed ? behind(template, end) : end;
    }
    return tokens;
  }

  private static void add(List<String> tokens, String text) {
    if (!text.isEmpty()) {
      tokens.add(text);
    }
  }

  private static int nextStart(String template, int from) {
    int start = template.indexOf('{', from);
    while (start >= 0) {
      if (template.startsWith("{{", start) || template.startsWith("{%", start)) {
        return start;
      }
      start = template.indexOf('{', start + 1);
    }
    return -1;
  }

  /** Behind the token; an output may be closed by one brace, and then is wrong. */
  private static int end(String template, int start, boolean tag) {
    if (tag) {
      int end = template.indexOf("%}", start + 2);
      return end < 0 ? template.length() : end + 2;
    }
    int end = template.indexOf('}', start + 2);
    if (end < 0) {
      return template.length();
    }
    return template.startsWith("}}", end) ? end + 2 : end + 1;
  }

  /** A dash in the opening takes blanks before it, but no line end. */
  private static String before(String text, boolean trims) {
    int end = text.length();
    while (trims && end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String trimmed(String token, boolean start, boolean end) {
    String body = token;
    if (end) {
      body = body.substring(0, body.length() - 3) + body.substring(body.length() - 2);
    }
    return start ? body.substring(0, 2) + body.substring(3) : body;
  }

  /** A dash in the closing takes one line end behind it, or blanks. */
  private static int behind(String template, int end) {
    if (template.startsWith("\n", end)) {
      return end + 1;
    }
    if (template.startsWith("\r\n", end)) {
      return end + 2;
    }
    int at = end;
    while (at < template.length() && (template.charAt(at) == ' ' || template.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
