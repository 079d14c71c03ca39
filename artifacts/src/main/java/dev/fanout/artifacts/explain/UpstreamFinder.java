package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.artifacts.BaseUrl;
import dev.fanout.artifacts.EffectivePolicy;
import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.artifacts.RewriteOutcome;
import dev.fanout.artifacts.RewriteTemplate;
import dev.fanout.artifacts.UrlComposition;
import dev.fanout.catalog.UrlTemplate;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows the policies that decide the upstream URL: set-backend-service, rewrite-uri, set-method
 * and what ends a request early. Literals only; where an expression or a condition decides, it says
 * which one. URLs are put together by {@link UrlComposition}.
 */
final class UpstreamFinder {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
  private static final int DEEPEST = 32;
  private static final int MOST_VISITS = 20_000;

  private final ExplainTarget target;

  UpstreamFinder(ExplainTarget target) {
    this.target = target;
  }

  /** The upstream, and remarks about it. */
  record Found(Upstream upstream, List<String> remarks) {}

  Found find(EffectivePolicy policy, OperationArtifact operation) {
    Run run = new Run(target.api(), operation);
    for (EffectiveStep step : policy.section(SectionName.INBOUND)) {
      step.policy().node().ifPresent(node -> run.visit(node, step.scope(), step.file(), 0));
    }
    for (EffectiveStep step : policy.section(SectionName.BACKEND)) {
      if (step.policy().node().isPresent()) {
        run.visit(step.policy().node().get(), step.scope(), step.file(), 0);
      } else {
        run.forwards = true; // APIM's default document.
      }
    }
    return new Found(run.result(), run.remarks.stream().distinct().toList());
  }

  private final class Run {
    private final OperationArtifact operation;
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, String> by = new LinkedHashMap<>();
    private List<BaseUrl> bases;
    private PathAndQuery current;
    private String method;
    private Estate estate = target.estate();
    private NamedValueTexts namedValues = new NamedValueTexts(estate.namedValues());
    private int entityRank = Integer.MAX_VALUE;
    private boolean forwards;
    private int visits;
    private @Nullable String openBase;
    private @Nullable String openPath;
    private @Nullable String openMethod;
    private @Nullable String answered;

    Run(ApiArtifact api, OperationArtifact operation) {
      this.operation = operation;
      this.bases = api.serviceUrl().map(List::of).orElse(List.of());
      this.current = PathAndQuery.of(operation.urlTemplate());
      this.method = operation.method();
      if (!bases.isEmpty()) {
        by.put("backend", "web service URL of the API");
      }
    }

    Upstream result() {
      if (answered != null) {
        return new Upstream.NotSent(answered);
      }
      if (!forwards) {
        return new Upstream.NotSent("the effective backend section has no forward-request");
      }
      List<String> open = new ArrayList<>();
      for (@Nullable String why : new @Nullable String[] {openBase, openPath, openMethod}) {
        if (why != null) {
          open.add(why);
        }
      }
      if (!open.isEmpty()) {
        return new Upstream.Depends(String.join("; ", open));
      }
      if (bases.isEmpty()) {
        return new Upstream.NotSent(
            "the API has no web service URL, and no policy chooses a backend");
      }
      return new Upstream.Known(
          method,
          bases.stream()
              .map(
                  base ->
                      base.scheme()
                          + "://"
                          + base.authority()
                          + UrlComposition.compose(base.path(), current))
              .toList(),
          List.copyOf(by.values()));
    }

    void visit(ElementNode element, Scope scope, String file, int depth) {
      if (answered != null || depth > DEEPEST || ++visits > MOST_VISITS) {
        return;
      }
      if (estate != target.names(scope)) {
        estate = target.names(scope);
        namedValues = new NamedValueTexts(estate.namedValues());
      }
      String at = file + ":" + element.nameSpan().position().line();
      switch (element.name()) {
        case "include-fragment" ->
            fragment(element)
                .ifPresent(
                    fragment ->
                        fragment
                            .policy()
                            .document()
                            .tree()
                            .root()
                            .ifPresent(
                                root -> inside(root, scope, fragment.policy().file(), depth + 1)));
        case "set-backend-service" -> backend(element, scope, at);
        case "rewrite-uri" -> rewrite(element, at);
        case "set-method" -> method(element, at);
        case "set-query-parameter" ->
            remarks.add(
                "query parameter '"
                    + attribute(element, "name").map(AttributeNode::value).orElse("")
                    + "' is changed at "
                    + at);
        case "return-response", "mock-response" ->
            answered = element.name() + " at " + at + " answers instead";
        case "cache-lookup" -> remarks.add("the cache may answer instead: " + at);
        case "forward-request" -> forwards = true;
        case "choose" -> choose(element, at);
        case "retry", "wait", "limit-concurrency", "block" ->
            inside(element, scope, file, depth + 1);
        default -> {}
      }
    }

    private void inside(ElementNode parent, Scope scope, String file, int depth) {
      parent.elements().forEach(child -> visit(child, scope, file, depth));
    }

    /** A branch may run or not: what it would decide is open. */
    private void choose(ElementNode choose, String at) {
      Set<String> names = new LinkedHashSet<>();
      decisive(choose, names, 0);
      String why = "choose at " + at + " decides ";
      if (names.contains("set-backend-service")) {
        openBase = why + "the backend";
      }
      if (names.contains("rewrite-uri")) {
        openPath = why + "the path";
      }
      if (names.contains("set-method")) {
        openMethod = why + "the method";
      }
      if (names.contains("set-query-parameter")) {
        remarks.add("choose at " + at + " may change the query");
      }
      if (names.contains("return-response") || names.contains("mock-response")) {
        remarks.add("choose at " + at + " may answer instead");
      }
      if (names.contains("forward-request") && !forwards) {
        forwards = true;
        remarks.add("choose at " + at + " decides whether anything is sent");
      }
    }

    private void decisive(ElementNode element, Set<String> names, int depth) {
      if (depth > DEEPEST || ++visits > MOST_VISITS) {
        return;
      }
      for (ElementNode child : element.elements()) {
        names.add(child.name());
        if (child.name().equals("include-fragment")) {
          fragment(child)
              .flatMap(found -> found.policy().document().tree().root())
              .ifPresent(root -> decisive(root, names, depth + 1));
        } else if (!child.name().equals("set-body") && !child.name().equals("send-request")) {
          decisive(child, names, depth + 1);
        }
      }
    }

    private void backend(ElementNode element, Scope scope, String at) {
      int rank = scope.ordinal();
      Optional<AttributeNode> id = attribute(element, "backend-id");
      Optional<AttributeNode> url = attribute(element, "base-url");
      if (id.isPresent()) {
        entityRank = rank;
        entity(id.get(), at);
      } else if (url.isPresent() && entityRank < rank) {
        remarks.add("base-url at " + at + " has no effect: an outer scope chose a Backend entity");
      } else if (url.isPresent()) {
        entityRank = Integer.MAX_VALUE;
        url(url.get(), at);
      } else {
        openBase = "set-backend-service at " + at + " names neither backend-id nor base-url";
      }
    }

    private void entity(AttributeNode id, String at) {
      String name = namedValues.resolved(id.value()).strip();
      if (id.isExpression()) {
        openBase = "an expression at " + at + " chooses the backend";
        return;
      }
      Optional<BackendArtifact> found = estate.backend(name);
      if (found.isEmpty()) {
        openBase = "backend '" + name + "' at " + at + " is not in the folder";
        return;
      }
      BackendArtifact backend = found.get();
      List<BaseUrl> urls = new ArrayList<>();
      backend.url().ifPresent(urls::add);
      backend
          .pool()
          .forEach(
              member ->
                  estate.backend(member.id()).flatMap(BackendArtifact::url).ifPresent(urls::add));
      bases = urls;
      openBase = urls.isEmpty() ? "no member of pool '" + name + "' has a URL" : null;
      String kind = backend.pool().isEmpty() ? "backend" : "pool";
      by.put("backend", kind + " '" + backend.id() + "' by " + at);
    }

    private void url(AttributeNode url, String at) {
      if (url.isExpression()) {
        openBase = "an expression at " + at + " gives the base URL";
        return;
      }
      if (namedValues.needsHidden(url.value())) {
        openBase = "a named value that is not shown gives the base URL at " + at;
        return;
      }
      try {
        bases = List.of(BaseUrl.parse(namedValues.resolved(url.value()).strip()));
        openBase = null;
        by.put("backend", "base-url by " + at);
      } catch (IllegalArgumentException e) {
        openBase = "base-url at " + at + " is no URL";
      }
    }

    private void rewrite(ElementNode element, String at) {
      Optional<AttributeNode> template = attribute(element, "template");
      if (template.isEmpty()) {
        return;
      }
      if (template.get().isExpression()) {
        openPath = "an expression at " + at + " gives the path";
        return;
      }
      String text = namedValues.resolved(template.get().value());
      if (text.contains("{{")) {
        openPath = "a named value without a value gives the path at " + at;
        return;
      }
      boolean copy =
          attribute(element, "copy-unmatched-params")
              .map(value -> !value.value().strip().equalsIgnoreCase("false"))
              .orElse(true);
      RewriteOutcome outcome =
          UrlComposition.rewrite(
              RewriteTemplate.literal(text), parameters(), queryKeys(), current.query(), copy);
      if (outcome instanceof RewriteOutcome.Rewritten rewritten) {
        current = rewritten.target();
        openPath = null;
        by.put("path", "path by rewrite-uri at " + at);
        if (!copy) {
          remarks.add("rewrite-uri at " + at + " drops the rest of the caller's query");
        }
      } else if (outcome instanceof RewriteOutcome.UnknownParameter unknown) {
        answered =
            "rewrite-uri at "
                + at
                + " fails: '"
                + unknown.name()
                + "' is no parameter of "
                + operation.urlTemplate();
      }
    }

    private void method(ElementNode element, String at) {
      String text = element.text().value().strip();
      if (element.text().isExpression()) {
        openMethod = "an expression at " + at + " gives the method";
      } else if (!text.isEmpty()) {
        method = namedValues.resolved(text);
        openMethod = null;
        by.put("method", "method by " + at);
      }
    }

    private Optional<FragmentArtifact> fragment(ElementNode include) {
      return attribute(include, "fragment-id")
          .flatMap(attribute -> estate.fragment(attribute.value().strip()));
    }

    /** The operation's parameters, each with itself in braces as its value. */
    private Map<String, String> parameters() {
      Map<String, String> all = new LinkedHashMap<>();
      Matcher matcher = PARAMETER.matcher(operation.urlTemplate());
      while (matcher.find()) {
        all.put(matcher.group(1), matcher.group());
      }
      return all;
    }

    private Set<String> queryKeys() {
      try {
        return UrlTemplate.parse(operation.urlTemplate()).queryKeys();
      } catch (IllegalArgumentException notATemplate) {
        return Set.of();
      }
    }
  }

  private static Optional<AttributeNode> attribute(ElementNode element, String name) {
    return element.attribute(name);
  }
}
