package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.lint.rules.SecretInPlainText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes found secrets out of the source lines that are printed with findings. */
public final class Redaction {
  private Redaction() {}

  /** The same issues at the same places; a secret is a row of asterisks in every source. */
  public static List<Issue> redact(List<Issue> issues) {
    Map<SourceText, StringBuilder> texts = new IdentityHashMap<>();
    for (Issue issue : issues) {
      if (issue.code().equals(SecretInPlainText.CODE) && issue.location().isPresent()) {
        SourceSpan span = issue.location().get();
        StringBuilder text =
            texts.computeIfAbsent(span.source(), source -> new StringBuilder(source.text()));
        for (int i = span.start(); i < span.end(); i++) {
          if (!Character.isWhitespace(text.charAt(i))) {
            text.setCharAt(i, '*');
          }
        }
      }
    }
    Map<SourceText, SourceText> redacted = new IdentityHashMap<>();
    texts.forEach(
        (source, text) -> redacted.put(source, SourceText.of(source.name(), text.toString())));
    List<Issue> all = new ArrayList<>();
    for (Issue issue : issues) {
      all.add(
          new Issue(
              issue.code(),
              issue.severity(),
              issue.location().map(span -> in(redacted.get(span.source()), span)),
              issue.message(),
              issue.hint()));
    }
    return all;
  }

  private static SourceSpan in(@Nullable SourceText source, SourceSpan span) {
    return source == null ? span : source.span(span.start(), span.end());
  }
}
