package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.syntax.ParsedPolicy;
import dev.fanout.policies.syntax.PolicyParser;
import dev.fanout.policies.syntax.PolicyToken;
import dev.fanout.policies.syntax.PolicyTree;
import dev.fanout.policies.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what was written against what was read. Where the brackets of some code do not close (in
 * {@code @{ return 1; // }}, say), the reader finds its end by what follows, and that may depend on
 * the layout; such a document is refused.
 */
final class Reading {
  private Reading() {}

  /** The error if the text does not read like the tree; places are those of the tree. */
  static Optional<Issue> compare(PolicyTree before, String text) {
    ParsedPolicy after = PolicyParser.parse(SourceText.of(before.source().name(), text));
    List<PolicyToken> was = withMeaning(before.tokens());
    List<PolicyToken> is = withMeaning(after.tree().tokens());
    for (int i = 0; i < was.size(); i++) {
      if (i >= is.size() || !isSame(was.get(i), is.get(i))) {
        return Optional.of(ambiguous(was.get(i)));
      }
    }
    boolean same = was.size() == is.size() && after.issues().stream().noneMatch(Issue::isError);
    return same ? Optional.empty() : Optional.of(ambiguous(was.get(was.size() - 1)));
  }

  private static Issue ambiguous(PolicyToken token) {
    return Issue.error(
            "FORMAT_AMBIGUOUS",
            token.span(),
            "from here on the document is read in another way when its layout changes")
        .withHint("look for code without its closing bracket or quote; it may be in a comment");
  }

  private static boolean isSame(PolicyToken was, PolicyToken is) {
    return was.kind() == is.kind() && was.span().text().equals(is.span().text());
  }

  /** Start tags, values, text and comments; an end tag follows from its start tag. */
  private static List<PolicyToken> withMeaning(List<PolicyToken> tokens) {
    List<PolicyToken> kept = new ArrayList<>(tokens.size());
    TokenKind previous = TokenKind.TEXT;
    for (PolicyToken token : tokens) {
      boolean meansSomething =
          switch (token.kind()) {
            case WHITESPACE, QUOTE, TAG_CLOSE, EMPTY_TAG_CLOSE, END_TAG_OPEN -> false;
            case NAME -> previous != TokenKind.END_TAG_OPEN;
            case TEXT -> !Whitespace.isAll(token.span().text());
            default -> true;
          };
      if (meansSomething) {
        kept.add(token);
      }
      previous = token.kind();
    }
    return kept;
  }
}
