package dev.fanout.artifacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway builds the upstream URL: the base URL (web service URL, Backend entity or {@code
 * base-url}) owns the left half, the operation's path and query the right half. rewrite-uri
 * replaces the right half only, so a path in the base URL always stays in front.
 *
 * <p>Sources: the set-backend-service page of the APIM docs (example: base {@code
 * http://contoso.com/api/8.2/} and path {@code /partners/15}), the rewrite-uri page (copy of
 * unmatched parameters), Microsoft's answer that appending to the base URL is by design (Learn Q&A
 * 1462412), Microsoft's policy toolkit. No published capture shows a rewrite in front of a base URL
 * with a path; that part is documented, not observed.
 */
public final class UrlComposition {
  private UrlComposition() {}

  /** Base path and operation path with exactly one slash at the joint; never empty. */
  public static String join(String basePath, String rest) {
    int end = basePath.length();
    while (end > 0 && basePath.charAt(end - 1) == '/') {
      end--;
    }
    int start = 0;
    while (start < rest.length() && rest.charAt(start) == '/') {
      start++;
    }
    return basePath.substring(0, end) + "/" + rest.substring(start);
  }

  /** The request target that goes to the upstream. */
  public static PathAndQuery compose(String basePath, PathAndQuery current) {
    return new PathAndQuery(join(basePath, current.path()), current.query());
  }

  /**
   * rewrite-uri: the new operation path and query.
   *
   * @param matched parameters of the operation's template (path and query) with their values as
   *     they came, not decoded, so that {@code %2F} stays one segment
   * @param operationQueryKeys keys of the query of the operation's URL template, lower case ({@code
   *     UrlTemplate.queryKeys()}); copying leaves them out, since they are matched
   * @param incomingQuery the current query, which copying takes from
   * @param copyUnmatched the policy's {@code copy-unmatched-params}, true by default
   */
  public static RewriteOutcome rewrite(
      RewriteTemplate template,
      Map<String, String> matched,
      Set<String> operationQueryKeys,
      @Nullable String incomingQuery,
      boolean copyUnmatched) {
    StringBuilder resolved = new StringBuilder();
    String unknown = resolve(template, matched, resolved);
    if (unknown != null) {
      return new RewriteOutcome.UnknownParameter(unknown);
    }
    PathAndQuery target = PathAndQuery.of(resolved.toString());
    if (!copyUnmatched || incomingQuery == null) {
      return new RewriteOutcome.Rewritten(target);
    }
    return new RewriteOutcome.Rewritten(
        new PathAndQuery(
            target.path(), withUnmatched(target.query(), operationQueryKeys, incomingQuery)));
  }

  /** Appends the resolved template; the name of an unknown parameter if there is one. */
  private static @Nullable String resolve(
      RewriteTemplate template, Map<String, String> matched, StringBuilder out) {
    String text = template.text();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 1, close);
      String value = lookUp(matched, name);
      if (value == null && !template.fromExpression()) {
        return name;
      }
      int end = value == null ? open + 1 : close + 1;
      out.append(text, from, open).append(value == null ? "{" : value);
      from = end;
    }
    out.append(text, from, text.length());
    return null;
  }

  private static @Nullable String lookUp(Map<String, String> matched, String name) {
    String exact = matched.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, String> entry : matched.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static @Nullable String withUnmatched(
      @Nullable String query, Set<String> operationQueryKeys, String incoming) {
    if (query == null && operationQueryKeys.isEmpty()) {
      return incoming;
    }
    Set<String> own =
        RawQuery.parameters(query).stream()
            .map(parameter -> parameter.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<String> pieces = new ArrayList<>();
    if (query != null && !query.isEmpty()) {
      pieces.add(query);
    }
    for (RawQuery.Parameter parameter : RawQuery.parameters(incoming)) {
      String key = parameter.name().toLowerCase(Locale.ROOT);
      if (!own.contains(key) && !operationQueryKeys.contains(key)) {
        pieces.add(parameter.raw());
      }
    }
    return pieces.isEmpty() ? query : String.join("&", pieces);
  }
}
