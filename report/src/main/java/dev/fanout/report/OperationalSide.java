package dev.fanout.report;

import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFacts.EntityCount;
import dev.fanout.measurements.run.EstateFacts.Side;
import dev.fanout.report.Table.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the two variants mean for those who operate them, counted in the artifacts. */
final class OperationalSide {
  private OperationalSide() {}

  static Table table(EstateFacts facts, String a, String b) {
    return new Table(
        "The operational side",
        List.of(Column.text("what"), Column.text(a), Column.text(b)),
        List.of(
            line("entities that a deployment writes", facts, OperationalSide::entities),
            line("writes to deploy", facts, side -> ReportContent.grouped(side.writes())),
            line("writes to move to another upstream host", facts, OperationalSide::flip),
            line("upstream hosts", facts, side -> ReportContent.grouped(side.hosts())),
            line(
                "where credentials live",
                facts,
                side ->
                    side.credentialPlaces().isEmpty()
                        ? "none in the artifacts"
                        : String.join(", ", side.credentialPlaces())),
            line("APIs affected when one Backend's circuit breaker trips", facts, breaker())));
  }

  /** Holds for every topology, and is often expected otherwise. */
  static final String NO_PROBE =
      "A Backend entity has no active health probe in either topology: its circuit breaker counts"
          + " failed requests of callers, and nothing asks the backend in between.";

  private static List<String> line(String what, EstateFacts facts, Function<Side, String> value) {
    return List.of(what, value.apply(facts.a()), value.apply(facts.b()));
  }

  private static String entities(Side side) {
    return side.entities().stream().map(OperationalSide::count).collect(Collectors.joining(", "));
  }

  private static String count(EntityCount count) {
    return ReportContent.grouped(count.count())
        + " "
        + (count.count() == 1 ? singular(count.kind()) : count.kind());
  }

  private static String singular(String kind) {
    return kind.endsWith("ies")
        ? kind.substring(0, kind.length() - 3) + "y"
        : kind.substring(0, kind.length() - 1);
  }

  private static String flip(Side side) {
    return ReportContent.grouped(side.hostPlaces())
        + (side.hostExamples().isEmpty()
            ? ""
            : " ("
                + String.join(", ", side.hostExamples())
                + (side.hostPlaces() > side.hostExamples().size() ? ", …" : "")
                + ")");
  }

  private static Function<Side, String> breaker() {
    return side ->
        side.busiestBackend().isEmpty()
            ? "no Backend entity, so no circuit breaker"
            : "up to "
                + ReportContent.grouped(side.mostApisOnOneBackend())
                + " of "
                + ReportContent.grouped(side.apis())
                + " ("
                + side.busiestBackend().get()
                + ")";
  }
}
