package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.artifacts.BaseUrl;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.policies.lint.ExpressionTree;
import dev.fanout.policies.lint.Placeholders;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.PolicyExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows a request through policies without one: where it may go, and with which template. Every
 * branch may be taken; at most {@value #MOST_STATES} ways are followed.
 */
final class RequestFlow {
  private static final int MOST_STATES = 64;
  private static final int DEEPEST = 50;

  private final Estate estate;
  private final Map<String, KnownText> members;
  private final List<IgnoredBaseUrl> ignored = new ArrayList<>();

  /**
   * A base URL, as far as it is known.
   *
   * @param path empty if the URL is not known
   * @param name what messages call it
   */
  record Target(Optional<String> path, String name) {}

  /** A {@code template} attribute, and how its value may begin. */
  record Template(AttributeNode attribute, Set<KnownText> texts) {}

  /** A {@code base-url} behind a {@code backend-id} of an outer scope. */
  record IgnoredBaseUrl(AttributeNode attribute) {}

  /**
   * What is known on one way.
   *
   * @param targets empty while only the API's own URL holds; the members of a pool are several
   * @param entityScope where a Backend entity was chosen; null if none was
   */
  record State(
      List<Target> targets,
      @Nullable Scope entityScope,
      Optional<Template> template,
      Map<String, KnownText> variables) {
    State {
      targets = List.copyOf(targets);
      variables = Map.copyOf(variables);
    }

    static final State START = new State(List.of(), null, Optional.empty(), Map.of());
  }

  /** A policy with the scope it stands in. */
  record Step(ElementNode node, Scope scope) {}

  RequestFlow(Estate estate, Optional<ApiArtifact> api, Optional<OperationArtifact> operation) {
    this.estate = estate;
    this.members = api.map(a -> members(a, operation)).orElse(Map.of());
  }

  /** The ways that do not end in an answer of the gateway's own. */
  Set<State> run(List<Step> steps) {
    return run(steps, Set.of(State.START), 0);
  }

  List<IgnoredBaseUrl> ignored() {
    return ignored;
  }

  private static Map<String, KnownText> members(
      ApiArtifact api, Optional<OperationArtifact> operation) {
    Map<String, KnownText> members = new HashMap<>();
    members.put("context.Api.Path", KnownText.of(api.path()));
    members.put("string.Empty", KnownText.of(""));
    members.put("String.Empty", KnownText.of(""));
    api.serviceUrl()
        .ifPresent(url -> members.put("context.Api.ServiceUrl.Path", KnownText.of(url.path())));
    String template = operation.map(OperationArtifact::urlTemplate).orElse("/");
    String literal = template.replaceFirst("[{?*].*", "");
    members.put(
        "context.Request.OriginalUrl.Path", new KnownText(api.requestPrefix() + literal, false));
    return members;
  }

  private Set<State> run(List<Step> steps, Set<State> before, int depth) {
    Set<State> states = before;
    for (Step step : steps) {
      if (states.isEmpty() || depth > DEEPEST) {
        return states;
      }
      states = step(step, states, depth);
    }
    return states;
  }

  private Set<State> step(Step step, Set<State> states, int depth) {
    ElementNode node = step.node();
    switch (node.name()) {
      case "set-backend-service" -> {
        return each(states, state -> backend(step, state));
      }
      case "rewrite-uri" -> {
        return each(states, state -> rewrite(node, state));
      }
      case "set-variable" -> {
        return each(states, state -> variable(node, state));
      }
      case "include-fragment" -> {
        return node.attribute("fragment-id")
            .flatMap(id -> estate.fragment(id.value()))
            .map(FragmentArtifact::policy)
            .flatMap(policy -> policy.document().tree().root())
            .map(root -> run(steps(root, step.scope()), states, depth + 1))
            .orElse(states);
      }
      case "choose" -> {
        Set<State> after = new LinkedHashSet<>();
        for (ElementNode branch : node.elements()) {
          after.addAll(run(steps(branch, step.scope()), states, depth + 1));
        }
        if (node.elements("otherwise").isEmpty()) {
          after.addAll(states);
        }
        return bounded(after);
      }
      case "block", "limit-concurrency", "retry" -> {
        return run(steps(node, step.scope()), states, depth + 1);
      }
      case "return-response", "mock-response" -> {
        return Set.of();
      }
      default -> {
        return states;
      }
    }
  }

  private static List<Step> steps(ElementNode container, Scope scope) {
    return container.elements().stream().map(node -> new Step(node, scope)).toList();
  }

  private State backend(Step step, State state) {
    Optional<AttributeNode> id = step.node().attribute("backend-id");
    Optional<AttributeNode> url = step.node().attribute("base-url");
    if (id.isPresent()) {
      List<Target> targets = new ArrayList<>();
      for (KnownText text : texts(id.get(), state)) {
        targets.addAll(text.complete() ? entity(text.text()) : List.of(unknown()));
      }
      return new State(targets, step.scope(), state.template(), state.variables());
    }
    if (url.isPresent()) {
      Scope entity = state.entityScope();
      if (entity != null && entity.compareTo(step.scope()) < 0) {
        ignored.add(new IgnoredBaseUrl(url.get()));
        return state;
      }
      List<Target> targets = texts(url.get(), state).stream().map(RequestFlow::url).toList();
      return new State(targets, null, state.template(), state.variables());
    }
    return new State(List.of(unknown()), null, state.template(), state.variables());
  }

  private List<Target> entity(String id) {
    Optional<BackendArtifact> backend = estate.backend(id);
    if (backend.isEmpty()) {
      return List.of(unknown());
    }
    if (backend.get().url().isPresent()) {
      return List.of(target(backend.get().url().get(), "backend '" + id + "'"));
    }
    List<Target> members = new ArrayList<>();
    for (BackendArtifact.PoolMember member : backend.get().pool()) {
      estate
          .backend(member.id())
          .flatMap(BackendArtifact::url)
          .ifPresent(url -> members.add(target(url, "backend '" + member.id() + "'")));
    }
    return members.isEmpty() ? List.of(unknown()) : members;
  }

  static Target target(BaseUrl url, String name) {
    return new Target(Optional.of(url.path()), name + " (" + url + ")");
  }

  private static Target url(KnownText text) {
    try {
      return text.complete() && !Placeholders.isTemplate(text.text())
          ? target(BaseUrl.parse(text.text().strip()), "the base-url")
          : unknown();
    } catch (IllegalArgumentException e) {
      return unknown();
    }
  }

  private static Target unknown() {
    return new Target(Optional.empty(), "");
  }

  private State rewrite(ElementNode node, State state) {
    Optional<Template> template =
        node.attribute("template")
            .map(attribute -> new Template(attribute, texts(attribute, state)));
    return new State(
        state.targets(), state.entityScope(), template.or(state::template), state.variables());
  }

  private State variable(ElementNode node, State state) {
    Optional<AttributeNode> name = node.attribute("name");
    Optional<AttributeNode> value = node.attribute("value");
    if (name.isEmpty() || value.isEmpty()) {
      return state;
    }
    Set<KnownText> texts = texts(value.get(), state);
    Map<String, KnownText> variables = new TreeMap<>(state.variables());
    variables.put(
        name.get().value(), texts.size() == 1 ? texts.iterator().next() : KnownText.NOTHING);
    return new State(state.targets(), state.entityScope(), state.template(), variables);
  }

  private Set<KnownText> texts(AttributeNode attribute, State state) {
    if (attribute.expression().isEmpty()) {
      return Set.of(literal(NamedValueTexts.substitute(estate, attribute.value())));
    }
    PolicyExpression written = attribute.expression().get();
    PolicyExpression expression =
        new PolicyExpression(written.span(), NamedValueTexts.substitute(estate, written.text()));
    return ExpressionTree.parse(expression)
        .map(tree -> new ConstantTexts(tree, members, state.variables()).all())
        .filter(all -> !all.isEmpty())
        .orElse(Set.of(KnownText.NOTHING));
  }

  /** Up to what is filled in for each request or deployment. */
  private static KnownText literal(String text) {
    int hole = text.indexOf('{');
    int other = Placeholders.isTemplate(text) ? text.indexOf('$') : -1;
    int end = hole < 0 ? other : other < 0 ? hole : Math.min(hole, other);
    return end < 0 ? KnownText.of(text) : new KnownText(text.substring(0, end), false);
  }

  private static Set<State> each(
      Set<State> states, java.util.function.UnaryOperator<State> change) {
    Set<State> after = new LinkedHashSet<>();
    states.forEach(state -> after.add(change.apply(state)));
    return bounded(after);
  }

  private static Set<State> bounded(Set<State> states) {
    if (states.size() <= MOST_STATES) {
      return states;
    }
    Set<State> first = new LinkedHashSet<>();
    states.stream().limit(MOST_STATES).forEach(first::add);
    return first;
  }
}
