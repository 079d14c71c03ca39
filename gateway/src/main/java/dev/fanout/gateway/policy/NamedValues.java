package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Puts named values in the place of <code>{{name}}</code>, textually and before any C# is read; a
 * value is not searched again. Names in any case (not documented). Values may be secret: none
 * appears in a message.
 */
public final class NamedValues {
  private final Map<String, String> values = new TreeMap<>();

  /**
   * @param values by display name; without those whose value is not known
   */
  public NamedValues(Map<String, String> values) {
    values.forEach((name, value) -> this.values.put(name.toLowerCase(Locale.ROOT), value));
  }

  /**
   * @throws Unrunnable when a name has no value
   */
  String substitute(String text, SourceSpan span) {
    return replace(
        text,
        name -> {
          throw new Unrunnable(
              Issue.error(
                      "GATEWAY_NAMED_VALUE_MISSING",
                      span,
                      "there is no value for the named value '" + name + "'")
                  .withHint("secrets are not part of an extract; their values must be supplied"));
        });
  }

  /** The same outside of policies, where a name without a value stays as it stands. */
  public String substituteKnown(String text) {
    return replace(text, name -> "{{" + name + "}}");
  }

  private String replace(String text, UnaryOperator<String> missing) {
    int open = text.indexOf("{{");
    if (open < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close).strip();
      if (isName(name)) {
        String value = values.get(name.toLowerCase(Locale.ROOT));
        out.append(text, from, open).append(value == null ? missing.apply(name) : value);
        from = close + 2;
        open = text.indexOf("{{", from);
      } else {
        open = text.indexOf("{{", open + 1);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Letters, digits, '.', '-' and '_', as the service allows; C# and JSON have other braces. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
  }
}
