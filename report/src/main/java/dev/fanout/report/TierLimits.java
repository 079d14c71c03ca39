package dev.fanout.report;

import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an estate needs of the limits of a tier. Numbers: Azure's "subscription and service limits,
 * quotas, and constraints", API Management, v2 tiers (2024-05), and the table of 2026, which lists
 * operations for a whole service and no longer mentions Backend entities and fragments; users still
 * met the limit of 100 operations in April 2026. They move: read them again before a decision.
 */
final class TierLimits {
  private TierLimits() {}

  private record Limit(String tier, String kind, int most) {}

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("BasicV2", "APIs", 150),
          new Limit("StandardV2", "APIs", 500),
          new Limit("v2 tiers", "Backend entities", 100),
          new Limit("v2 tiers", "policy fragments", 50),
          new Limit("v2 tiers", "named values", 100),
          new Limit("v2 tiers", "operations in one API", 100));

  static Table table(EstateFacts facts, String a, String b) {
    List<List<String>> cells = new ArrayList<>();
    for (Limit limit : LIMITS) {
      int ofA = used(facts.a(), limit.kind());
      int ofB = used(facts.b(), limit.kind());
      cells.add(
          List.of(
              limit.tier() + ": " + limit.kind(),
              ReportContent.grouped(limit.most()),
              state(ofA, limit.most()),
              state(ofB, limit.most())));
    }
    return new Table(
        "Headroom to tier limits",
        List.of(Column.text("limit"), Column.number("at most"), Column.text(a), Column.text(b)),
        cells);
  }

  static String note() {
    return "Documented for the v2 tiers in 2024-05; the table of 2026 no longer lists Backend"
        + " entities and fragments, and its other numbers are higher. Check them before you decide."
        + " In all classic and v2 tiers 2,048 connections for each unit and host name go from the"
        + " gateway to a backend: entities on one host share them.";
  }

  /** The first limit that one variant breaks and the other does not, as a sentence. */
  static Optional<String> decisive(EstateFacts facts, String a, String b) {
    for (Limit limit : LIMITS) {
      boolean brokenByA = used(facts.a(), limit.kind()) > limit.most();
      boolean brokenByB = used(facts.b(), limit.kind()) > limit.most();
      if (brokenByA != brokenByB) {
        return Optional.of(
            (brokenByA ? a : b)
                + " needs "
                + ReportContent.grouped(used(brokenByA ? facts.a() : facts.b(), limit.kind()))
                + " "
                + limit.kind()
                + ", above the documented "
                + limit.most()
                + " of "
                + limit.tier());
      }
    }
    return Optional.empty();
  }

  private static int used(EstateFacts.Side side, String kind) {
    OptionalInt special =
        switch (kind) {
          case "APIs" -> OptionalInt.of(side.apis());
          case "operations in one API" -> OptionalInt.of(side.mostOperationsInOneApi());
          default -> OptionalInt.empty();
        };
    return special.isPresent() ? special.getAsInt() : side.entities(kind);
  }

  private static String state(int used, int most) {
    return ReportContent.grouped(used)
        + (used > most
            ? ", over by " + ReportContent.grouped(used - most)
            : ", room for " + ReportContent.grouped(most - used));
  }
}
