package dev.fanout.measurements.run;

import java.util.List;
import java.util.Objects;

/**
 * Evidence for the audit <i>same upstream request</i>.
 *
 * @param operations that were compared
 * @param differing operations that differ in one probe or more; {@code differences} may show fewer
 * @param differences at most {@value #SHOWN}, in order of API and operation
 */
public record UpstreamEquality(int operations, int differing, List<Difference> differences) {
  /** More rows than this are counted and not kept. */
  public static final int SHOWN = 200;

  public UpstreamEquality {
    Checks.notNegative("operations", operations);
    Checks.notNegative("differing", differing);
    differences = List.copyOf(differences);
    if (differing > operations) {
      throw new IllegalArgumentException(differing + " of " + operations + " operations differ");
    }
    if (differences.size() > SHOWN || (differing == 0) != differences.isEmpty()) {
      throw new IllegalArgumentException(
          differences.size() + " differences shown for " + differing + " differing operations");
    }
  }

  /**
   * One probe that the variants send on differently.
   *
   * @param request what the client sends, such as {@code GET /svc01/v1/resource/1}
   * @param aspects what differs: {@code method}, {@code scheme}, {@code host}, {@code path}, {@code
   *     query}
   * @param upstreamA method and URL that variant A sends, or how it answers without sending
   * @param foundBy {@code trace} (policies, before) or {@code echo} (paths that the backend saw)
   */
  public record Difference(
      String api,
      String operation,
      String request,
      List<String> aspects,
      String upstreamA,
      String upstreamB,
      String foundBy) {
    public Difference {
      Objects.requireNonNull(api, "api");
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(request, "request");
      aspects = List.copyOf(aspects);
      Objects.requireNonNull(upstreamA, "upstreamA");
      Objects.requireNonNull(upstreamB, "upstreamB");
      Checks.text("foundBy", foundBy);
    }
  }
}
