package dev.fanout.experiment;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.BackendArtifact;
import dev.fanout.artifacts.EffectivePolicies;
import dev.fanout.artifacts.EffectivePolicy;
import dev.fanout.artifacts.EffectiveStep;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.ElementNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what must be written so that an operation's requests go to another host. */
final class UpstreamPlaces {
  private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");
  private static final int DEEPEST = 100;

  private final Estate estate;

  UpstreamPlaces(Estate estate) {
    this.estate = estate;
  }

  /**
   * @param entityId the Backend entity that a trace of the operation used
   */
  List<String> of(ApiArtifact api, OperationArtifact operation, Optional<String> entityId) {
    if (entityId.isPresent()) {
      List<BackendArtifact.PoolMember> pool =
          estate.backend(entityId.get()).map(BackendArtifact::pool).orElse(List.of());
      return pool.isEmpty()
          ? List.of("Backend " + entityId.get())
          : pool.stream().map(member -> "Backend " + member.id()).toList();
    }
    Search search = new Search();
    EffectivePolicy policy = EffectivePolicies.of(estate, api, operation);
    for (SectionName section : List.of(SectionName.INBOUND, SectionName.BACKEND)) {
      for (EffectiveStep step : policy.section(section)) {
        step.policy().node().ifPresent(node -> search.visit(node, step.file(), 0));
      }
    }
    return List.of(search.found == null ? "web service URL of API " + api.rootId() : search.found);
  }

  /** The last base URL that a policy sets holds. */
  private final class Search {
    private @Nullable String found;

    void visit(ElementNode element, String file, int depth) {
      if (depth > DEEPEST) {
        return;
      }
      if (element.name().equals("set-backend-service")) {
        element
            .attribute("base-url")
            .ifPresent(
                url -> {
                  Matcher reference = NAMED_VALUE.matcher(url.value());
                  found = reference.find() ? "named value " + reference.group(1) : file;
                });
      } else if (element.name().equals("include-fragment")) {
        element
            .attribute("fragment-id")
            .flatMap(id -> estate.fragment(id.value()))
            .ifPresent(
                fragment ->
                    fragment
                        .policy()
                        .document()
                        .tree()
                        .root()
                        .ifPresent(root -> visit(root, fragment.policy().file(), depth + 1)));
      } else {
        element.elements().forEach(child -> visit(child, file, depth + 1));
      }
    }
  }
}
