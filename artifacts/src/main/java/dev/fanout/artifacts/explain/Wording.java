package dev.fanout.artifacts.explain;

import dev.fanout.policies.model.Scope;
import java.util.Locale;

/** Sentences that text and HTML share, and what makes a text from a file harmless. */
final class Wording {
  private Wording() {}

  static String scope(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  static String document(ExplainedScope scope) {
    return scope
        .file()
        .orElse(scope.scope() == Scope.GLOBAL ? "APIM's default (no policy.xml)" : "no document");
  }

  static String cut(Cut cut, ExplainedSection section) {
    int count = cut.policies().size();
    return "cut off: "
        + count
        + (count == 1 ? " policy" : " policies")
        + " of outer scopes, since the "
        + (cut.scope() == Scope.API ? "API" : scope(cut.scope()))
        + "'s document has no "
        + (cut.sectionMissing()
            ? "<" + section.name().elementName() + ">"
            : "<base /> in its <" + section.name().elementName() + ">");
  }

  static String nothing(ExplainedSection section) {
    return switch (section.name()) {
      case BACKEND -> "nothing: the request is not forwarded";
      case ON_ERROR -> "nothing: APIM's own error response goes out";
      default -> "nothing";
    };
  }

  /**
   * Control characters and those that turn the direction of text as escapes, so that a file cannot
   * steer a terminal or show something else than it says.
   */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (c == '\t') {
                out.append("    ");
              } else if (type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR
                  || type == Character.SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
