package dev.fanout.experiment;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.FragmentArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.artifacts.PolicyArtifact;
import dev.fanout.gateway.diff.DiffResult;
import dev.fanout.gateway.diff.DiffRow;
import dev.fanout.gateway.diff.PublicOperation;
import dev.fanout.gateway.diff.SideOutcome;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFacts.Example;
import dev.fanout.measurements.run.EstateFacts.PolicyText;
import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The facts of two estates, from what was compared. */
final class TracedOperations {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int DEEPEST = 100;

  private final Estate a;
  private final Estate b;
  private final DiffResult diff;

  TracedOperations(Estate a, Estate b, DiffResult diff) {
    this.a = a;
    this.b = b;
    this.diff = diff;
  }

  /** What tells operations apart, on either side. */
  static String key(ApiArtifact api, OperationArtifact operation) {
    return operation.method()
        + " "
        + api.requestPrefix()
        + operation.urlTemplate()
        + " "
        + api.version()
        + " "
        + (api.current() ? 0 : api.revision());
  }

  private static String key(PublicOperation operation) {
    return operation.method()
        + " "
        + operation.prefix()
        + operation.urlTemplate()
        + " "
        + operation.version()
        + " "
        + operation.revision();
  }

  EstateFacts facts() {
    Map<String, SideOutcome> ofA = new LinkedHashMap<>();
    Map<String, SideOutcome> ofB = new LinkedHashMap<>();
    for (DiffRow row : diff.rows()) {
      ofA.putIfAbsent(key(row.operation()), row.a());
      ofB.putIfAbsent(key(row.operation()), row.b());
    }
    return new EstateFacts(
        EstateFacts.SCHEMA_VERSION,
        new EstateCounter(a, ofA).count(),
        new EstateCounter(b, ofB).count(),
        examples());
  }

  /** One that differs, the first, and one with a document of its own, as far as there are such. */
  private List<Example> examples() {
    Map<String, Example> chosen = new LinkedHashMap<>();
    diff.rows().stream()
        .filter(row -> !EqualityEvidence.aspects(row).isEmpty())
        .findFirst()
        .ifPresent(row -> add(chosen, row));
    diff.rows().stream().findFirst().ifPresent(row -> add(chosen, row));
    diff.rows().stream()
        .filter(row -> hasOwnDocument(row.operation(), a) || hasOwnDocument(row.operation(), b))
        .findFirst()
        .ifPresent(row -> add(chosen, row));
    return List.copyOf(chosen.values());
  }

  private void add(Map<String, Example> chosen, DiffRow row) {
    chosen.putIfAbsent(
        key(row.operation()),
        new Example(
            row.operation().toString(),
            row.probe().request().method() + " " + row.probe().request().target(),
            row.a().toString(),
            row.b().toString(),
            policies(a, row.operation()),
            policies(b, row.operation())));
  }

  private static boolean hasOwnDocument(PublicOperation wanted, Estate estate) {
    return find(wanted, estate).filter(found -> found.operation.policy().isPresent()).isPresent();
  }

  private record Found(ApiArtifact api, OperationArtifact operation) {}

  /** Routes are compared without regard to case, and to the names of parameters. */
  private static Optional<Found> find(PublicOperation wanted, Estate estate) {
    String route = route(key(wanted));
    for (ApiArtifact api : estate.apis()) {
      for (OperationArtifact operation : api.operations()) {
        if (route(key(api, operation)).equals(route)) {
          return Optional.of(new Found(api, operation));
        }
      }
    }
    return Optional.empty();
  }

  private static String route(String key) {
    return key.replaceAll("\\{[^{}]*}", "{}").toLowerCase(Locale.ROOT);
  }

  private static List<PolicyText> policies(Estate estate, PublicOperation wanted) {
    Map<String, PolicyText> texts = new LinkedHashMap<>();
    estate.globalPolicy().ifPresent(policy -> add(texts, estate, policy, 0));
    find(wanted, estate)
        .ifPresent(
            found -> {
              found.api.policy().ifPresent(policy -> add(texts, estate, policy, 0));
              found.operation.policy().ifPresent(policy -> add(texts, estate, policy, 0));
            });
    return List.copyOf(texts.values());
  }

  private static void add(
      Map<String, PolicyText> texts, Estate estate, PolicyArtifact policy, int depth) {
    if (depth > DEEPEST || texts.containsKey(policy.file())) {
      return;
    }
    String text = PolicyCredentials.hidden(policy.document().tree());
    texts.put(
        policy.file(),
        new PolicyText(
            policy.file(),
            text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS)
                    + "\n… "
                    + (text.length() - MOST_CHARACTERS)
                    + " more characters"));
    policy
        .document()
        .tree()
        .root()
        .ifPresent(
            root ->
                included(root, estate, 0)
                    .forEach(fragment -> add(texts, estate, fragment.policy(), depth + 1)));
  }

  private static List<FragmentArtifact> included(ElementNode element, Estate estate, int depth) {
    List<FragmentArtifact> found = new ArrayList<>();
    if (element.name().equals("include-fragment")) {
      element
          .attribute("fragment-id")
          .flatMap(id -> estate.fragment(id.value()))
          .ifPresent(found::add);
    }
    if (depth < DEEPEST) {
      element.elements().forEach(child -> found.addAll(included(child, estate, depth + 1)));
    }
    return found;
  }
}
