package dev.fanout.measurements.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the two variants of a run are made of, counted in their artifacts; {@code estate.json}
 * beside {@code run.json}. It holds no secret.
 *
 * @param schemaVersion of the file; {@value #SCHEMA_VERSION} when written today
 * @param examples operations whose policies are shown side by side, at most {@value #SHOWN}
 */
public record EstateFacts(int schemaVersion, Side a, Side b, List<Example> examples) {
  /** What this version of the product writes. */
  public static final int SCHEMA_VERSION = 1;

  /** More examples are not kept. */
  public static final int SHOWN = 3;

  public EstateFacts {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    examples = List.copyOf(examples);
    if (examples.size() > SHOWN) {
      throw new IllegalArgumentException(examples.size() + " examples, at most " + SHOWN);
    }
  }

  public Side side(VariantLabel label) {
    return label == VariantLabel.A ? a : b;
  }

  /**
   * One variant.
   *
   * @param entities that a deployment writes, one line for each kind that there is
   * @param mostOperationsInOneApi the tier limit counts them for each API
   * @param hosts that requests go to, as traced
   * @param hostPlaces entities and documents that must be written when the upstream's host changes
   * @param hostExamples the first of them, at most {@value #PLACES}
   * @param mostApisOnOneBackend APIs whose requests the busiest Backend entity serves, as traced; 0
   *     where no entity is used
   * @param busiestBackend its id
   * @param credentialPlaces where credentials live: {@code 3 Backend entities}; empty for none
   */
  public record Side(
      List<EntityCount> entities,
      int apis,
      int operations,
      int mostOperationsInOneApi,
      int hosts,
      int hostPlaces,
      List<String> hostExamples,
      int mostApisOnOneBackend,
      Optional<String> busiestBackend,
      List<String> credentialPlaces) {
    /** More places are counted and not kept. */
    public static final int PLACES = 3;

    public Side {
      entities = List.copyOf(entities);
      Checks.notNegative("apis", apis);
      Checks.notNegative("operations", operations);
      Checks.notNegative("mostOperationsInOneApi", mostOperationsInOneApi);
      Checks.notNegative("hosts", hosts);
      Checks.notNegative("hostPlaces", hostPlaces);
      hostExamples = List.copyOf(hostExamples);
      Checks.notNegative("mostApisOnOneBackend", mostApisOnOneBackend);
      Objects.requireNonNull(busiestBackend, "busiestBackend");
      credentialPlaces = List.copyOf(credentialPlaces);
      if (hostExamples.size() > Math.min(PLACES, hostPlaces)) {
        throw new IllegalArgumentException(
            hostExamples.size() + " examples of " + hostPlaces + " places, at most " + PLACES);
      }
    }

    /** Of a kind; 0 for a kind that is not there. */
    public int entities(String kind) {
      return entities.stream()
          .filter(count -> count.kind().equals(kind))
          .mapToInt(EntityCount::count)
          .sum();
    }

    /** What a first deployment writes, all kinds together. */
    public int writes() {
      return entities.stream().mapToInt(EntityCount::count).sum();
    }
  }

  /** Kinds are named in the plural: {@code APIs}, {@code Backend entities}. */
  public record EntityCount(String kind, int count) {
    public EntityCount {
      Checks.text("kind", kind);
      Checks.positive("count", count);
    }
  }

  /**
   * One operation with the policy documents that decide about its requests.
   *
   * @param request what a client sends
   * @param upstreamA method and URL that variant A sends, or how it answers without sending
   * @param policiesA outermost scope first, each followed by the fragments that it includes
   */
  public record Example(
      String operation,
      String request,
      String upstreamA,
      String upstreamB,
      List<PolicyText> policiesA,
      List<PolicyText> policiesB) {
    public Example {
      Checks.text("operation", operation);
      Checks.text("request", request);
      Objects.requireNonNull(upstreamA, "upstreamA");
      Objects.requireNonNull(upstreamB, "upstreamB");
      policiesA = List.copyOf(policiesA);
      policiesB = List.copyOf(policiesB);
    }
  }

  /**
   * @param file relative to the variant's artifact folder
   * @param text literal credentials in it are hidden
   */
  public record PolicyText(String file, String text) {
    public PolicyText {
      Checks.text("file", file);
      Objects.requireNonNull(text, "text");
    }
  }
}
