package dev.fanout.artifacts;

import java.util.Objects;

/**
 * The evaluated {@code template} of a rewrite-uri. A literal may only name parameters of the
 * operation. In the result of an expression such a name is replaced too (Microsoft's policy toolkit
 * resolves after evaluation; no documentation says so), but other braces are text: they may well
 * come from the caller's URL.
 */
public record RewriteTemplate(String text, boolean fromExpression) {
  public RewriteTemplate {
    Objects.requireNonNull(text, "text");
  }

  public static RewriteTemplate literal(String text) {
    return new RewriteTemplate(text, false);
  }

  public static RewriteTemplate evaluated(String text) {
    return new RewriteTemplate(text, true);
  }
}
