package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.NamedValueArtifact;
import dev.fanout.policies.lint.Placeholders;
import java.util.Optional;

/** Puts the known, public named values of an estate into a text. */
final class NamedValueTexts {
  private NamedValueTexts() {}

  /** Names without a known value, and secret ones, stay as they stand. */
  static String substitute(Estate estate, String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close).strip();
      Optional<String> value =
          Placeholders.isName(name)
              ? estate
                  .namedValue(name)
                  .filter(found -> !found.secret())
                  .flatMap(NamedValueArtifact::value)
              : Optional.empty();
      out.append(text, from, open).append(value.orElse(text.substring(open, close + 2)));
      from = close + 2;
    }
    return out.append(text, from, text.length()).toString();
  }
}
