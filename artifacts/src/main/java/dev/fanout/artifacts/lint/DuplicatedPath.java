package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.UrlComposition;
import dev.fanout.policies.syntax.AttributeNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A template that begins with the path which the base URL has already.
 *
 * @param basePath without a slash at its end
 * @param upstream how the path of the upstream request begins
 */
record DuplicatedPath(AttributeNode attribute, String basePath, String target, String upstream) {
  private static final int LONGEST = 80;

  static Optional<DuplicatedPath> of(RequestFlow.Template template, RequestFlow.Target target) {
    if (target.path().isEmpty()) {
      return Optional.empty();
    }
    String base = target.path().get().replaceFirst("/+$", "");
    if (base.length() < 2) {
      return Optional.empty();
    }
    for (KnownText text : template.texts()) {
      if (repeats(base, text)) {
        String composed = UrlComposition.join(base, text.text().replaceFirst("\\?.*", ""));
        boolean cut = composed.length() > LONGEST;
        String shown = cut ? composed.substring(0, LONGEST) : composed;
        return Optional.of(
            new DuplicatedPath(
                template.attribute(),
                base,
                target.name(),
                shown + (cut || !text.complete() ? "…" : "")));
      }
    }
    return Optional.empty();
  }

  private static boolean repeats(String base, KnownText text) {
    String path = text.text().strip();
    path = "/" + path.replaceFirst("^/+", "");
    if (!path.toLowerCase(Locale.ROOT).startsWith(base.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return path.length() == base.length() || "/?".indexOf(path.charAt(base.length())) >= 0;
  }

  String message() {
    return "the template begins with '"
        + basePath
        + "', which "
        + target
        + " has already, so the upstream gets '"
        + upstream
        + "'";
  }

  String hint() {
    return "rewrite-uri replaces what follows the backend's URL: leave '"
        + basePath
        + "' out of the template, or out of the URL";
  }
}
