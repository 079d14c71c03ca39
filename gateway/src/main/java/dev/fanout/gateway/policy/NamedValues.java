package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Puts named values in the place of <code>{{name}}</code>, textually and before any C# is read; a
 * value is not searched again. Names in any case (not documented). Values may be secret: none
 * appears in a message about the text, and secrets in none of a failed expression either.
 */
public final class NamedValues {
  private static final String HIDDEN = "(secret)";

  /** A shorter value would be found by chance, and its absence would tell it. */
  private static final int SHORTEST_SECRET = 4;

  private final Map<String, String> values = new TreeMap<>();
  private final List<String> secrets;

  /**
   * @param values by display name; without those whose value is not known
   */
  public NamedValues(Map<String, String> values) {
    this(values, Set.of());
  }

  /**
   * @param values by display name; without those whose value is not known
   * @param secrets those of the values that no message of a failure may show
   */
  public NamedValues(Map<String, String> values, Set<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s))
            .toList();
    values.forEach((name, value) -> this.values.put(name.toLowerCase(Locale.ROOT), value));
  }

  boolean hasSecrets() {
    return !secrets.isEmpty();
  }

  /** The text with something else in the place of secrets. */
  public String hide(String text) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown;
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
