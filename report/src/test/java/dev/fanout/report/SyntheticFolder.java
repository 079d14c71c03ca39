package dev.fanout.report;

import dev.fanout.measurements.HistogramLogAppender;
import dev.fanout.measurements.HistogramTag;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFacts.EntityCount;
import dev.fanout.measurements.run.EstateFacts.Example;
import dev.fanout.measurements.run.EstateFacts.PolicyText;
import dev.fanout.measurements.run.EstateFacts.Side;
import dev.fanout.measurements.run.EstateFactsFile;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * A whole run folder around one of the synthetic runs, with a hundred APIs of which one is slow.
 */
final class SyntheticFolder {
  static final String ODD = "svc042";
  static final String HOSTILE = "<script>alert(1)</script>";

  private SyntheticFolder() {}

  static Reported write(String name, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(Fixtures.folder(name).resolve("run.json"), folder.resolve("run.json"));
    Run run = RunReader.read(folder);
    trials(run, folder);
    apis(run, folder);
    EstateFactsFile.write(folder, facts());
    Verdict verdict = Judge.judge(run);
    return new Reported(verdict, EvidenceReader.read(folder, verdict), Optional.empty());
  }

  private static void trials(Run run, Path folder) throws IOException {
    Random random = new Random(1);
    try (HistogramLogAppender log =
        HistogramLogAppender.open(folder.resolve("trials.hlog"), run.manifest().startedAt())) {
      for (Replicate replicate : run.replicates()) {
        for (Trial trial : replicate.trials()) {
          Histogram histogram = new Histogram(1_000, 600_000_000_000L, 3);
          for (int i = 0; i < 2_000; i++) {
            histogram.recordValue(nanos(random));
          }
          log.append(
              tag(run, replicate, trial, "responseTime", Optional.empty()),
              trial.startedAt(),
              trial.startedAt().plusNanos(trial.windowNanos()),
              histogram);
        }
      }
    }
  }

  private static void apis(Run run, Path folder) throws IOException {
    Random random = new Random(2);
    try (HistogramLogAppender log =
        HistogramLogAppender.open(folder.resolve("apis.hlog"), run.manifest().startedAt())) {
      for (Replicate replicate : run.replicates()) {
        for (Trial trial : replicate.trials()) {
          Map<HistogramTag, Histogram> all = new LinkedHashMap<>();
          for (int api = 1; api <= 100; api++) {
            String id = api == 7 ? HOSTILE : String.format(Locale.ROOT, "svc%03d", api);
            Histogram histogram = new Histogram(1_000, 600_000_000_000L, 2);
            for (int i = 0; i < 12; i++) {
              histogram.recordValue(
                  nanos(random)
                      + (id.equals(ODD) && trial.variant() == VariantLabel.B ? 4_000_000 : 0));
            }
            all.put(
                tag(run, replicate, trial, "responseTime", Optional.of(HistogramTag.encoded(id))),
                histogram);
          }
          for (Map.Entry<HistogramTag, Histogram> one : all.entrySet()) {
            log.add(
                one.getKey(),
                trial.startedAt(),
                trial.startedAt().plusNanos(trial.windowNanos()),
                one.getValue());
          }
          log.flush();
        }
      }
    }
  }

  private static long nanos(Random random) {
    return 5_500_000 + (long) (Math.abs(random.nextGaussian()) * 1_200_000);
  }

  private static HistogramTag tag(
      Run run, Replicate replicate, Trial trial, String measure, Optional<String> api) {
    Stage stage = run.plan().stages().get(trial.stage());
    return new HistogramTag(
        trial.variant().name(),
        HistogramTag.stage(stage.name()),
        replicate.slot() + 1,
        measure,
        api);
  }

  static EstateFacts facts() {
    PolicyText fragment =
        new PolicyText(
            "policy fragments/shared-backend/policy.xml",
            "<fragment>\n  <rewrite-uri template=\"" + HOSTILE + "\" />\n</fragment>\n");
    return new EstateFacts(
        1,
        new Side(
            List.of(
                new EntityCount("APIs", 120),
                new EntityCount("API policies", 120),
                new EntityCount("Backend entities", 1),
                new EntityCount("policy fragments", 1)),
            120,
            120,
            1,
            1,
            1,
            List.of("Backend shared-backend"),
            120,
            Optional.of("shared-backend"),
            List.of()),
        new Side(
            List.of(
                new EntityCount("APIs", 120),
                new EntityCount("API policies", 120),
                new EntityCount("Backend entities", 120)),
            120,
            120,
            1,
            1,
            120,
            List.of("Backend svc001", "Backend svc002", "Backend svc003"),
            1,
            Optional.of("svc001"),
            List.of("3 Backend entities")),
        List.of(
            new Example(
                "GET /svc001/v1/resource/{id}",
                "GET /svc001/v1/resource/p1",
                "GET http://127.0.0.1:7071/api/echo/svc001/v1/resource/p1",
                "GET http://127.0.0.1:7071/api/echo/svc001/v1/resource/p1",
                List.of(fragment),
                List.of())));
  }
}
