package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.syntax.CommentNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.PolicyTree;
import dev.fanout.policies.syntax.Similarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments {@code <!-- fanout-ignore CODE: reason -->}: each holds for the element behind it, with
 * all that is in it. One in front of the root holds for the document. Several codes are separated
 * by commas.
 */
public final class Suppressions {
  public static final RuleDescription WITHOUT_REASON =
      new RuleDescription(
          "SUPPRESSION_WITHOUT_REASON",
          Severity.WARNING,
          "A finding is ignored without a reason",
          "Write why after a colon: whoever reads the document next wants to know whether the reason"
              + " still holds. Without one the finding is shown as if the comment were not there.",
          """
          <fragment>
              <!-- «fanout-ignore PLAIN_HTTP» -->
              <set-variable name="a" value="b" />
          </fragment>
          """,
          """
          <fragment>
              <!-- fanout-ignore PLAIN_HTTP: inside the virtual network -->
              <set-backend-service base-url="http://legacy.contoso.com" />
          </fragment>
          """);

  public static final RuleDescription UNUSED =
      new RuleDescription(
          "SUPPRESSION_UNUSED",
          Severity.WARNING,
          "A suppression ignores nothing",
          "The finding is gone, or the code is misspelt, or the comment stands before another"
              + " element than it should. Remove it, so that it cannot hide a later mistake.",
          """
          <fragment>
              <!-- «fanout-ignore PLAIN_HTTP: inside the virtual network» -->
              <set-backend-service base-url="https://legacy.contoso.com" />
          </fragment>
          """,
          """
          <fragment>
              <!-- fanout-ignore PLAIN_HTTP: inside the virtual network -->
              <set-backend-service base-url="http://legacy.contoso.com" />
          </fragment>
          """);

  private static final String WORD = "fanout-ignore";
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*" + WORD + "\\s+([A-Za-z0-9_, ]*?)\\s*(?::\\s*(.*?))?\\s*", Pattern.DOTALL);

  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Collection<String> codes;

  /** One code of one comment. */
  private static final class Suppression {
    final String code;
    final String reason;
    final SourceSpan comment;
    final SourceSpan scope;
    boolean used;

    Suppression(String code, String reason, SourceSpan comment, SourceSpan scope) {
      this.code = code;
      this.reason = reason;
      this.comment = comment;
      this.scope = scope;
    }
  }

  private Suppressions(Collection<String> codes) {
    this.codes = codes;
  }

  /**
   * @param codes all that there are, for the hint at a misspelt one
   */
  public static Suppressions of(PolicyTree tree, Collection<String> codes) {
    Suppressions all = new Suppressions(codes);
    all.collect(tree.nodes());
    return all;
  }

  /**
   * The reason for which a finding of this document is ignored, which marks the suppression as
   * used; empty if it is not ignored.
   */
  public Optional<String> reason(Issue issue) {
    Optional<Suppression> found =
        issue
            .location()
            .flatMap(
                span ->
                    suppressions.stream()
                        .filter(s -> s.code.equals(issue.code()))
                        .filter(s -> s.scope.source() == span.source())
                        .filter(s -> s.scope.start() <= span.start())
                        .filter(s -> span.end() <= s.scope.end())
                        .max(Comparator.comparingInt(s -> s.scope.start())));
    found.ifPresent(suppression -> suppression.used = true);
    return found.map(suppression -> suppression.reason);
  }

  /** Mistakes in the comments, and those that were not used; to be asked last. */
  public List<Issue> issues() {
    List<Issue> all = new ArrayList<>(issues);
    for (Suppression suppression : suppressions) {
      if (!suppression.used) {
        all.add(unused(suppression.code, suppression.comment, "in the next element", codes));
      }
    }
    return all;
  }

  /**
   * That a suppression ignores nothing.
   *
   * @param where it was to ignore findings, such as {@code in these files}
   * @param codes all that there are
   */
  public static Issue unused(
      String code, SourceSpan place, String where, Collection<String> codes) {
    Issue issue = Issue.warning(UNUSED.code(), place, "there is no finding " + code + " " + where);
    if (codes.contains(code)) {
      return issue;
    }
    return Similarity.closest(code, codes)
        .map(known -> issue.withHint("did you mean '" + known + "'?"))
        .orElseGet(() -> issue.withHint("no such code; docs/lint-codes.md lists them"));
  }

  private void collect(List<PolicyNode> nodes) {
    List<CommentNode> pending = new ArrayList<>();
    for (PolicyNode node : nodes) {
      if (node instanceof CommentNode comment && comment.value().strip().startsWith(WORD)) {
        pending.add(comment);
      } else if (node instanceof ElementNode element) {
        pending.forEach(comment -> add(comment, element.span()));
        pending.clear();
        collect(element.children());
      }
    }
    pending.forEach(comment -> add(comment, comment.span()));
  }

  private void add(CommentNode comment, SourceSpan scope) {
    SourceSpan text = textOf(comment);
    Matcher form = FORM.matcher(comment.value());
    String reason = form.matches() && form.group(2) != null ? form.group(2) : "";
    if (reason.isBlank() || form.group(1).isBlank()) {
      issues.add(
          Issue.warning(WITHOUT_REASON.code(), text, "a suppression needs a code and a reason")
              .withHint("write <!-- " + WORD + " CODE: why it is right here -->"));
      return;
    }
    for (String code : form.group(1).strip().split("[\\s,]+", -1)) {
      suppressions.add(new Suppression(code, reason.strip(), text, scope));
    }
  }

  private static SourceSpan textOf(CommentNode comment) {
    SourceSpan span = comment.span();
    String value = comment.value();
    int start = span.start() + "<!--".length() + value.length() - value.stripLeading().length();
    return span.source().span(start, start + value.strip().length());
  }
}
