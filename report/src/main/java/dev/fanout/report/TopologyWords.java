package dev.fanout.report;

/** What the topologies of the generator are, in half a sentence each. */
final class TopologyWords {
  private TopologyWords() {}

  static String of(String topology) {
    return switch (topology) {
      case "shared-backend" -> "one Backend entity for all APIs, and rewrite-uri in one fragment";
      case "per-api" -> "one Backend entity for each API, with the API's path in its URL";
      case "service-url" -> "no Backend entity: each API has its web service URL";
      case "base-url-named-value" -> "no Backend entity: one named value holds the base URL";
      case "published-shared" -> "the shared side of the published benchmark as it was deployed";
      case "published-per-api" -> "the per-API side of the published benchmark as it was deployed";
      default -> "the user's own artifacts";
    };
  }
}
