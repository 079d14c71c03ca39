package dev.fanout.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Finds the APIs that are not like the others: how far an API's median lies from the median of all
 * APIs, in units of their spread (1.4826 × the median absolute deviation, which an odd API does not
 * widen; Rousseeuw &amp; Croux 1993). A hint where to look, never a verdict.
 *
 * @param lines the oddest first
 * @param limit of the distance from which an API is called odd: √(2 ln(100 N)), which N APIs that
 *     are alike, with normal noise, exceed in fewer than one run of a hundred
 */
record ApiComparison(List<Line> lines, double limit) {
  /** The steps of an API's histogram, as a share of a value; no spread is taken for smaller. */
  private static final double STEP = 0.01;

  private static final double NORMAL = 1.4826;

  /** With fewer APIs nothing is said about spread. */
  private static final int FEWEST = 8;

  ApiComparison {
    lines = List.copyOf(lines);
  }

  /**
   * One API; distances are empty where it or the spread has too few values.
   *
   * @param a of its median on A from that of all APIs on A, in spreads
   * @param difference of its A − B from that of all APIs
   */
  record Line(
      ApiFigures figures,
      OptionalDouble a,
      OptionalDouble b,
      OptionalDouble difference,
      boolean odd) {
    double distance() {
      return Math.max(
          Math.abs(difference.orElse(0)), Math.max(Math.abs(a.orElse(0)), Math.abs(b.orElse(0))));
    }
  }

  static ApiComparison of(List<ApiFigures> apis) {
    double limit = Math.sqrt(2 * Math.log(100.0 * Math.max(1, apis.size())));
    Distances a = Distances.of(apis, api -> api.a().p50Nanos(), api -> api.a().passed());
    Distances b = Distances.of(apis, api -> api.b().p50Nanos(), api -> api.b().passed());
    Distances difference =
        Distances.of(
            apis, ApiFigures::differenceNanos, api -> Math.min(api.a().passed(), api.b().passed()));
    List<Line> lines = new ArrayList<>();
    for (ApiFigures api : apis) {
      OptionalDouble ofA = a.of(api);
      OptionalDouble ofB = b.of(api);
      OptionalDouble ofDifference = difference.of(api);
      Line line = new Line(api, ofA, ofB, ofDifference, false);
      boolean fails = api.a().failed() + api.b().failed() > 0;
      lines.add(new Line(api, ofA, ofB, ofDifference, fails || line.distance() > limit));
    }
    lines.sort(
        Comparator.comparing(Line::odd)
            .thenComparing(line -> line.figures().a().failed() + line.figures().b().failed())
            .thenComparing(Line::distance)
            .reversed()
            .thenComparing(line -> line.figures().id()));
    return new ApiComparison(lines, limit);
  }

  List<Line> odd() {
    return lines.stream().filter(Line::odd).toList();
  }

  /** How far values lie from their median, each by its own weight. */
  private record Distances(
      Function<ApiFigures, OptionalDouble> value,
      ToDoubleFunction<ApiFigures> weight,
      double middle,
      double spread,
      double typicalWeight) {
    static Distances of(
        List<ApiFigures> apis,
        Function<ApiFigures, OptionalDouble> value,
        ToDoubleFunction<ApiFigures> weight) {
      List<ApiFigures> known = apis.stream().filter(api -> value.apply(api).isPresent()).toList();
      if (known.size() < FEWEST) {
        return new Distances(value, weight, 0, 0, 0);
      }
      double middle = median(known.stream().mapToDouble(api -> value.apply(api).getAsDouble()));
      double typical = median(known.stream().mapToDouble(weight));
      double deviation =
          median(
              known.stream()
                  .mapToDouble(
                      api ->
                          Math.abs(value.apply(api).getAsDouble() - middle)
                              / widened(typical, weight.applyAsDouble(api))));
      double step = STEP * median(known.stream().mapToDouble(api -> api.a().p50Nanos().orElse(0)));
      return new Distances(value, weight, middle, Math.max(NORMAL * deviation, step), typical);
    }

    OptionalDouble of(ApiFigures api) {
      OptionalDouble known = value.apply(api);
      return known.isEmpty() || spread <= 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              (known.getAsDouble() - middle)
                  / (spread * widened(typicalWeight, weight.applyAsDouble(api))));
    }

    /** A median of fewer requests spreads more. */
    private static double widened(double typical, double weight) {
      return Math.sqrt(Math.max(1, typical / Math.max(1, weight)));
    }

    private static double median(java.util.stream.DoubleStream values) {
      double[] sorted = values.sorted().toArray();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
  }
}
