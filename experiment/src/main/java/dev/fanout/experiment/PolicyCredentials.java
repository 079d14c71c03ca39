package dev.fanout.experiment;

import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Credentials that stand in a policy document itself: values of headers and parameters whose names
 * say so, and passwords of the authentication policies. Names are judged broadly, as in traces.
 */
final class PolicyCredentials {
  static final String HIDDEN = "(secret)";

  private static final Pattern NAME =
      Pattern.compile(
          "(proxy-)?authorization|cookie2?|code|sig|.*(key|token|secret|password|signature|pwd)",
          Pattern.CASE_INSENSITIVE);

  /** A reference tells where the secret is, and nothing of it. */
  private static final Pattern REFERENCE = Pattern.compile("\\s*\\{\\{[^{}]*}}\\s*");

  private static final Set<String> AUTHENTICATION =
      Set.of(
          "authentication-basic", "authentication-certificate", "authentication-managed-identity");

  private static final int DEEPEST = 100;

  private PolicyCredentials() {}

  /** Whether requests get a credential here, literal or by reference. */
  static boolean adds(PolicyTree tree) {
    return tree.root().map(root -> adds(root, 0)).orElse(false);
  }

  /** The document without the literal ones. */
  static String hidden(PolicyTree tree) {
    List<int[]> spans = new ArrayList<>();
    tree.root().ifPresent(root -> collect(root, spans, 0));
    spans.sort(Comparator.comparingInt(span -> -span[0]));
    StringBuilder text = new StringBuilder(tree.text());
    spans.forEach(span -> text.replace(span[0], span[1], HIDDEN));
    return text.toString();
  }

  private static boolean adds(ElementNode element, int depth) {
    return AUTHENTICATION.contains(element.name())
        || isNamedCredential(element)
        || (depth < DEEPEST
            && element.elements().stream().anyMatch(child -> adds(child, depth + 1)));
  }

  private static void collect(ElementNode element, List<int[]> spans, int depth) {
    if (isNamedCredential(element)) {
      for (ElementNode value : element.elements("value")) {
        String text = value.contentSpan().text();
        if (!text.isBlank() && !REFERENCE.matcher(text).matches()) {
          spans.add(new int[] {value.contentSpan().start(), value.contentSpan().end()});
        }
      }
      return;
    }
    for (AttributeNode attribute : element.attributes()) {
      if (NAME.matcher(attribute.name()).matches()
          && AUTHENTICATION.contains(element.name())
          && !REFERENCE.matcher(attribute.value()).matches()) {
        spans.add(new int[] {attribute.valueSpan().start(), attribute.valueSpan().end()});
      }
    }
    if (depth < DEEPEST) {
      element.elements().forEach(child -> collect(child, spans, depth + 1));
    }
  }

  private static boolean isNamedCredential(ElementNode element) {
    return (element.name().equals("set-header") || element.name().equals("set-query-parameter"))
        && element
            .attribute("name")
            .filter(name -> NAME.matcher(name.value().strip()).matches())
            .isPresent();
  }
}
