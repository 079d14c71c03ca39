package dev.fanout.report;

import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.VariantLabel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run folder holds besides {@code run.json}, as far as reports show it. All of it may be
 * missing: the verdict rests on none of it.
 *
 * @param curves response times of the judged trials, pooled for each stage and variant
 * @param timings further times of the judged trials, pooled likewise
 * @param apis in order of ids; empty for a run that kept none
 * @param estate empty for a run that kept none
 * @param remarks what could not be read, in sentences
 */
public record Evidence(
    List<PercentileCurve> curves,
    List<Timing> timings,
    List<ApiFigures> apis,
    Optional<EstateFacts> estate,
    Optional<String> runHash,
    List<String> remarks) {
  /** Of a run without any of it. */
  public static final Evidence NONE =
      new Evidence(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

  public Evidence {
    curves = List.copyOf(curves);
    timings = List.copyOf(timings);
    apis = List.copyOf(apis);
    Objects.requireNonNull(estate, "estate");
    Objects.requireNonNull(runHash, "runHash");
    remarks = List.copyOf(remarks);
  }

  /** Of one stage and variant; empty where no histogram is left. */
  Optional<PercentileCurve> curve(int stage, VariantLabel variant) {
    return curves.stream()
        .filter(curve -> curve.stage() == stage && curve.variant() == variant)
        .findFirst();
  }

  Optional<Timing> timing(int stage, VariantLabel variant, String measure) {
    return timings.stream()
        .filter(
            timing ->
                timing.stage() == stage
                    && timing.variant() == variant
                    && timing.measure().equals(measure))
        .findFirst();
  }

  /**
   * A time that is no judged row.
   *
   * @param measure as tags of the histogram log have it: {@code firstByte}, {@code backendTime}
   */
  public record Timing(
      int stage, VariantLabel variant, String measure, long count, long p50Nanos, long p95Nanos) {
    public Timing {
      Objects.requireNonNull(variant, "variant");
      Objects.requireNonNull(measure, "measure");
    }
  }
}
