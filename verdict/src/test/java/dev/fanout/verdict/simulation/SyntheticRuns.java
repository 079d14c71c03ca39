package dev.fanout.verdict.simulation;

import dev.fanout.measurements.run.EstateSummary;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.UpstreamEquality.Difference;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.PlanLength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run for each way a run can end. They are files in the test resources, too. */
public final class SyntheticRuns {
  private static final String HOSTILE = "<script>alert(1)</script> | `x` *y* & \"z\" \u001b[31m";

  private SyntheticRuns() {}

  /** By name of the folder. */
  public static Map<String, Run> all() {
    Map<String, Run> runs = new TreeMap<>();
    runs.put("equivalent", SyntheticRun.of(PlanLength.QUICK, 7).spread(0.3).toTheEnd());
    runs.put("equivalent-default", SyntheticRun.of(PlanLength.DEFAULT, 11).spread(0.4).toTheEnd());
    runs.put(
        "equivalent-on-apim",
        SyntheticRun.of(PlanLength.QUICK, 7)
            .scope(
                new Scope.MeasuredOnApim(
                    "Premium", 1, "australiaeast", "2026-11-24", Optional.empty()))
            .spread(0.3)
            .toTheEnd());
    runs.put(
        "different-p95",
        SyntheticRun.of(PlanLength.QUICK, 3).slowerB(0, 1_500_000).spread(0.3).toTheEnd());
    runs.put(
        "different-cpu",
        SyntheticRun.of(PlanLength.QUICK, 5).costlierB(1.25).spread(0.3).toTheEnd());
    runs.put("inconclusive", SyntheticRun.of(PlanLength.QUICK, 9).spread(1.4).toTheEnd());
    runs.put("not-enough-data", SyntheticRun.published(13).toTheEnd());
    runs.put("withheld", withheld());
    runs.put("interrupted", SyntheticRun.of(PlanLength.QUICK, 21).interruptedAfter(2));
    runs.put("killed", SyntheticRun.of(PlanLength.QUICK, 22).replicates(1));
    runs.put("environment-failed", environmentFailed());
    runs.put("partial-estate", partialEstate());
    return runs;
  }

  private static Run withheld() {
    List<Difference> differences = new ArrayList<>();
    for (int api = 1; api <= 3; api++) {
      String name = "svc0" + api;
      String path = "/" + name + "/v1/resource/1";
      differences.add(
          new Difference(
              name,
              api == 3 ? HOSTILE : "get-resource",
              "GET " + path,
              List.of("path"),
              "GET http://127.0.0.1:7071/api/echo/api/echo" + path,
              "GET http://127.0.0.1:7071/api/echo" + path,
              "trace"));
    }
    return SyntheticRun.of(PlanLength.QUICK, 17)
        .upstream(new UpstreamEquality(100, 3, differences))
        .spread(0.3)
        .replicates(6)
        .withEnd(new RunEnd(RunEnd.Reason.FINISHED, Instant.parse("2026-11-24T10:05:00Z"), ""));
  }

  private static Run environmentFailed() {
    return SyntheticRun.of(PlanLength.DEFAULT, 23)
        .replicates(7)
        .withEnd(
            new RunEnd(
                RunEnd.Reason.ENVIRONMENT_FAILURE,
                Instant.parse("2026-11-24T10:05:00Z"),
                "the backend process died"));
  }

  private static Run partialEstate() {
    return SyntheticRun.of(PlanLength.QUICK, 7)
        .estate(
            new EstateSummary(
                100,
                100,
                List.of(
                    new EstateSummary.SkippedPolicy(
                        VariantLabel.A, "rate-limit-by-key", "a/policy.xml:4:5"))))
        .spread(0.3)
        .toTheEnd();
  }
}
