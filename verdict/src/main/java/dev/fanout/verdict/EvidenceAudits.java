package dev.fanout.verdict;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.ErrorKind;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.SmokeTest;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;

/** Audits on what was compared: the same requests, rightly answered, on gateways told apart. */
final class EvidenceAudits {
  private EvidenceAudits() {}

  /** Upstream method, scheme, path and query are the same for every operation. */
  static AuditResult sameUpstreamRequest(Run run) {
    if (run.upstreamEquality().isEmpty()) {
      return AuditResult.notDone(
          Audit.SAME_UPSTREAM_REQUEST, "the upstream requests were not compared");
    }
    UpstreamEquality found = run.upstreamEquality().get();
    if (found.operations() == 0) {
      return AuditResult.notDone(Audit.SAME_UPSTREAM_REQUEST, "no operation was compared");
    }
    List<String> failures = new ArrayList<>();
    if (found.differing() > 0) {
      failures.add(
          found.differing()
              + " of "
              + Wording.count(found.operations(), "operation")
              + " reach the upstream differently");
    }
    List<String> evidence =
        found.differences().stream()
            .map(d -> d.request() + ": A sends " + d.upstreamA() + ", B sends " + d.upstreamB())
            .toList();
    return AuditResult.of(
        Audit.SAME_UPSTREAM_REQUEST,
        failures,
        "all " + Wording.count(found.operations(), "operation") + " reach the upstream alike",
        evidence);
  }

  /** No answer had a wrong or truncated body, void trials included. */
  static AuditResult rightAnswers(Run run) {
    List<String> failures = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    run.smokeTest()
        .filter(smoke -> smoke.failed() > 0)
        .ifPresent(smoke -> addSmoke(smoke, failures, evidence));
    long checked = 0;
    for (VariantLabel label : VariantLabel.values()) {
      long wrong = 0;
      for (Trial trial : trials(run, label)) {
        checked += trial.requests();
        wrong += wrong(trial);
        if (wrong(trial) > 0) {
          trial.errorSamples().stream().limit(2).forEach(text -> evidence.add(label + ": " + text));
        }
      }
      if (wrong > 0) {
        failures.add(
            Wording.count(wrong, "answer") + " of " + label + " had a wrong or truncated body");
      }
    }
    if (checked == 0 && failures.isEmpty()) {
      return AuditResult.notDone(Audit.RIGHT_ANSWERS, "no request was measured");
    }
    return AuditResult.of(
        Audit.RIGHT_ANSWERS,
        failures,
        "no wrong or truncated body among " + Wording.count(checked, "answer"),
        evidence.stream().limit(10).toList());
  }

  /** With one topology for each gateway, a difference may be the gateway's. */
  static AuditResult unconfounded(Run run) {
    List<String> failures = new ArrayList<>();
    if (run.plan().design() == Design.CONFOUNDED_GATEWAYS) {
      failures.add(
          "each gateway served one topology only: its own effect cannot be told from the topology's");
    }
    return AuditResult.of(
        Audit.UNCONFOUNDED, failures, "both topologies met the same gateways", List.of());
  }

  private static void addSmoke(SmokeTest smoke, List<String> failures, List<String> evidence) {
    failures.add(
        smoke.failed()
            + " of "
            + Wording.count(smoke.requests(), "request")
            + " before the first trial were not answered as expected");
    evidence.addAll(smoke.failures());
  }

  private static List<Trial> trials(Run run, VariantLabel label) {
    return run.replicates().stream()
        .flatMap(replicate -> replicate.trials().stream())
        .filter(trial -> trial.variant() == label)
        .toList();
  }

  private static long wrong(Trial trial) {
    return trial.errors().entrySet().stream()
        .filter(entry -> wrongAnswer(entry.getKey()))
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }

  private static boolean wrongAnswer(ErrorKind kind) {
    return kind.wrongAnswer();
  }
}
