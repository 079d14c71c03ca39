package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.ExpressionScanner;
import java.util.Locale;

/**
 * Writes values so that the parser reads them back as they are. A character that XML cannot hold is
 * an {@link IllegalArgumentException}.
 */
public final class ValueWriter {
  private static final char NO_QUOTE = 0;

  private final boolean verbatimExpressions;

  /** Without {@code verbatimExpressions}, what is written is XML. */
  public ValueWriter(boolean verbatimExpressions) {
    this.verbatimExpressions = verbatimExpressions;
  }

  /** What stands between quotes of this kind. */
  public String attribute(String value, char quote) {
    if (mayBeVerbatim(value)) {
      ParsedPolicy parsed =
          PolicyParser.parse(SourceText.of("", "<a b=" + quote + value + quote + " />"));
      if (parsed.issues().isEmpty() && isAttribute(parsed, value)) {
        return value;
      }
    }
    return escape(value, quote);
  }

  /** What stands between tags. */
  public String text(String value) {
    if (mayBeVerbatim(value)) {
      ParsedPolicy parsed = PolicyParser.parse(SourceText.of("", "<a>" + value + "</a>"));
      if (parsed.issues().isEmpty() && isText(parsed, value)) {
        return value;
      }
    }
    return escape(value, NO_QUOTE);
  }

  private boolean mayBeVerbatim(String value) {
    return verbatimExpressions && isMarked(value);
  }

  private static boolean isMarked(String value) {
    return ExpressionScanner.startsExpression(value, indent(value));
  }

  private static int indent(String value) {
    int at = 0;
    while (at < value.length() && " \t\r\n".indexOf(value.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isAttribute(ParsedPolicy parsed, String value) {
    ElementNode element = parsed.tree().root().orElseThrow();
    return element.attributes().size() == 1
        && element.attributes().get(0).isExpression()
        && element.attributes().get(0).value().equals(value);
  }

  private static boolean isText(ParsedPolicy parsed, String value) {
    ElementNode element = parsed.tree().root().orElseThrow();
    return element.text().isExpression() && element.text().value().equals(value);
  }

  private static String escape(String value, char quote) {
    boolean attribute = quote != NO_QUOTE;
    // A literal that only looks like an expression must not be taken for one.
    int hidden = isMarked(value) && !isExpression(value) ? indent(value) : -1;
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append(quote == '"' ? "&quot;" : "\"");
        case '\'' -> escaped.append(quote == '\'' ? "&apos;" : "'");
        case '\r' -> escaped.append("&#13;");
        case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
        case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
        default -> {
          if (i == hidden
              || (attribute && value.startsWith("${", i) && value.indexOf('}', i) < 0)) {
            escaped.append("&#").append((int) c).append(';');
          } else {
            escaped.append(checked(value, i));
          }
        }
      }
    }
    return escaped.toString();
  }

  private static boolean isExpression(String value) {
    return ExpressionScanner.endOf(value, indent(value)) == value.stripTrailing().length();
  }

  private static char checked(String value, int at) {
    char c = value.charAt(at);
    boolean paired =
        Character.isSurrogate(c)
            && (Character.isHighSurrogate(c)
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1)));
    if (c < ' ' || (Character.isSurrogate(c) && !paired) || c >= 0xFFFE) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the character U+%04X cannot be written in XML", (int) c));
    }
    return c;
  }
}
