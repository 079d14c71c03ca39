package dev.fanout.verdict.k6;

import dev.fanout.verdict.Audit;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.NaiveJudgement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Judges a pair of k6 summaries by the published benchmark's rule and by what they are. */
public final class K6Judge {
  /** Two ratios closer than this say the same thing. */
  private static final double SAME_NUMBER = 0.001;

  private static final double MILLI = 1e6;

  private final K6Summary a;
  private final K6Summary b;

  private K6Judge(K6Summary a, K6Summary b) {
    this.a = a;
    this.b = b;
  }

  /**
   * @param margins of p95, throughput and errors
   */
  public static K6Judgement judge(K6Summary a, K6Summary b, Margins margins) {
    K6Judge judge = new K6Judge(a, b);
    return new K6Judgement(
        a, b, judge.rule(margins), judge.findings(), judge.absent(), judge.audits());
  }

  private NaiveJudgement rule(Margins margins) {
    OptionalDouble p95 =
        times(
            MILLI,
            minus(a.value("http_req_duration", "p(95)"), b.value("http_req_duration", "p(95)")));
    OptionalDouble throughput = ratio(a.throughput(), b.throughput());
    OptionalDouble errors = minus(a.errorShare(), b.errorShare());
    return new NaiveJudgement(
        List.of(
            check("|Δ p95|", p95, "%+.1f ms", margins.p95Nanos(), "≤ %s ms", 1 / MILLI),
            check(
                "|Δ throughput|",
                throughput.isPresent()
                    ? OptionalDouble.of(throughput.getAsDouble() - 1)
                    : OptionalDouble.empty(),
                "%+.2f %%",
                margins.throughputFraction(),
                "≤ %s %%",
                100),
            check("|Δ errors|", errors, "%+.3f points", margins.errorShare(), "≤ %s points", 100)));
  }

  private static NaiveJudgement.Check check(
      String what,
      OptionalDouble difference,
      String form,
      double limit,
      String limitForm,
      double unit) {
    return new NaiveJudgement.Check(
        what,
        difference.isPresent() ? text(form, difference.getAsDouble() * unit) : "no value",
        text(limitForm, plain(limit * unit)),
        difference,
        difference.isPresent() && Math.abs(difference.getAsDouble()) <= limit);
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    addLittle(findings);
    addSameNumber(findings);
    addTotals("A", a, findings);
    addTotals("B", b, findings);
    addDistance(findings);
    return findings;
  }

  private void addLittle(List<String> findings) {
    if (a.meanInFlight().isPresent() && b.meanInFlight().isPresent()) {
      findings.add(
          text(
              "Little's law: iterations per second × mean time of one is %.1f iterations under way"
                  + " for A (%.2f per s × %.2f ms) and %.1f for B (%.2f per s × %.2f ms); the most"
                  + " virtual users were %s",
              a.meanInFlight().getAsDouble(),
              a.value("iterations", "rate").orElse(0),
              a.iterationMillis().orElse(0),
              b.meanInFlight().getAsDouble(),
              b.value("iterations", "rate").orElse(0),
              b.iterationMillis().orElse(0),
              number(a.value("vus_max", "max"))));
    }
  }

  private void addSameNumber(List<String> findings) {
    OptionalDouble throughput = ratio(a.throughput(), b.throughput());
    OptionalDouble iteration = ratio(b.iterationMillis(), a.iterationMillis());
    if (throughput.isEmpty() || iteration.isEmpty()) {
      return;
    }
    boolean same = Math.abs(throughput.getAsDouble() / iteration.getAsDouble() - 1) < SAME_NUMBER;
    findings.add(
        text(
            "throughput A ÷ B is %.5f, mean iteration time B ÷ A is %.5f: %s",
            throughput.getAsDouble(),
            iteration.getAsDouble(),
            same
                ? "in a closed model the throughput row repeats the latency row, and is no further"
                    + " evidence"
                : "the two differ, so the loads of A and B were not the same"));
  }

  private static void addTotals(String variant, K6Summary summary, List<String> findings) {
    if (summary.seconds().isPresent()) {
      findings.add(
          text(
              "totals of %s include warm-up and ramps: %,.0f requests at %.1f per s are those of"
                  + " %.1f s, virtual users from %s to %s, and percentiles are over all of them",
              variant,
              summary.requests().orElse(0),
              summary.throughput().orElse(0),
              summary.seconds().getAsDouble(),
              number(summary.value("vus", "min")),
              number(summary.value("vus", "max"))));
    }
  }

  private void addDistance(List<String> findings) {
    OptionalDouble least = a.value("http_req_duration", "min");
    OptionalDouble median = a.value("http_req_duration", "med");
    if (least.isPresent() && median.isPresent()) {
      findings.add(
          text(
              "A's fastest answer took %.1f ms, its median %.1f ms: the way to the gateway is in"
                  + " every figure, and small differences drown in it",
              least.getAsDouble(), median.getAsDouble()));
    }
  }

  private List<String> absent() {
    List<String> absent = new ArrayList<>();
    absent.add("replicates: one run of A and one of B");
    absent.add("which variant ran first, and when");
    if (!a.isSplitBy("stage", "scenario", "group") || !b.isSplitBy("stage", "scenario", "group")) {
      absent.add("stages: one set of figures for all load levels together");
    }
    if (!a.isSplitBy("api", "name", "url") || !b.isSplitBy("api", "name", "url")) {
      absent.add("APIs: one set of figures for all of them");
    }
    for (String percentile : List.of("p(95)", "p(99)")) {
      if (a.value("http_req_duration", percentile).isEmpty()
          || b.value("http_req_duration", percentile).isEmpty()) {
        absent.add(percentile.replaceAll("[()]", ""));
      }
    }
    absent.add("latency from the intended start: a closed model has none");
    absent.add("gateway CPU, gateway and backend settings, machine and distance of the generator");
    return absent;
  }

  private List<AuditResult> audits() {
    List<String> checks = new ArrayList<>(a.checks());
    b.checks().stream().filter(check -> !checks.contains(check)).forEach(checks::add);
    return List.of(
        missing(Audit.SAME_UPSTREAM_REQUEST, "the upstream requests are not in a summary"),
        missing(
            Audit.RIGHT_ANSWERS,
            checks.isEmpty()
                ? "the script checked nothing"
                : "bodies are not in a summary; the script checked: " + String.join(", ", checks)),
        missing(Audit.UNCONFOUNDED, "each run has one variant only, its time and its gateway"),
        missing(Audit.STEADY_STATE, "there is no course of time in a summary"),
        missing(Audit.HEADROOM, "the generator's load is not in a summary"),
        missing(
            Audit.LITTLES_LAW,
            "mean in flight was not measured by itself, so the law can only be assumed"),
        missing(Audit.SAME_BACKEND, "backend instances are not in a summary"),
        missing(Audit.ORDER, "one order was tried, once"),
        missing(Audit.DRIFT, "one difference has no course"));
  }

  private static AuditResult missing(Audit audit, String why) {
    return new AuditResult(audit, AuditResult.State.NOT_DONE, why, List.of());
  }

  private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble ratio(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.orElse(0) > 0
        ? OptionalDouble.of(a.getAsDouble() / b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble times(double factor, OptionalDouble value) {
    return value.isPresent()
        ? OptionalDouble.of(factor * value.getAsDouble())
        : OptionalDouble.empty();
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? text("%.0f", value.getAsDouble()) : "unknown";
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values).replaceAll("-(?=\\d)", "−");
  }
}
