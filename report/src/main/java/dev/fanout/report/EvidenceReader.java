package dev.fanout.report;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.measurements.HistogramEntry;
import dev.fanout.measurements.HistogramLog;
import dev.fanout.measurements.HistogramTag;
import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.EstateFactsFile;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Evidence.Timing;
import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Reads the files beside {@code run.json}. A report can do without each of them. */
public final class EvidenceReader {
  static final String TRIALS = "trials.hlog";
  static final String APIS = "apis.hlog";
  static final String RESPONSE_TIME = "responseTime";
  static final String FAILURES = "failures";

  private final Path folder;
  private final Judged judged;
  private final List<String> remarks = new ArrayList<>();

  private EvidenceReader(Path folder, Judged judged) {
    this.folder = folder;
    this.judged = judged;
  }

  /** Never throws on what stands in the folder: what cannot be read becomes a remark. */
  public static Evidence read(Path folder, Verdict verdict) {
    return new EvidenceReader(folder, Judged.of(verdict)).read();
  }

  private Evidence read() {
    List<PercentileCurve> curves = new ArrayList<>();
    List<Timing> timings = new ArrayList<>();
    pooled().forEach((pool, histogram) -> add(pool, histogram, curves, timings));
    List<ApiFigures> apis = apis();
    return new Evidence(curves, timings, apis, estate(), runHash(), remarks);
  }

  private record Pool(int stage, VariantLabel variant, String measure) {}

  private static void add(
      Pool pool, Histogram histogram, List<PercentileCurve> curves, List<Timing> timings) {
    if (pool.measure().equals(RESPONSE_TIME)) {
      curves.add(PercentileCurve.of(pool.stage(), pool.variant(), histogram));
    } else {
      timings.add(
          new Timing(
              pool.stage(),
              pool.variant(),
              pool.measure(),
              histogram.getTotalCount(),
              histogram.getValueAtPercentile(50),
              histogram.getValueAtPercentile(95)));
    }
  }

  private Map<Pool, Histogram> pooled() {
    Map<Pool, Histogram> pools = new HashMap<>();
    Map<String, Integer> trials = judgedTrials();
    forEach(
        TRIALS,
        entry -> {
          Integer stage = trials.get(key(entry));
          if (stage != null && entry.histogram().getTotalCount() > 0) {
            pools.merge(
                new Pool(stage, variant(entry.tag()), entry.tag().measure()),
                entry.histogram(),
                EvidenceReader::sum);
          }
        });
    return pools;
  }

  private List<ApiFigures> apis() {
    Map<String, Map<VariantLabel, Share>> shares = new TreeMap<>();
    Map<String, Integer> trials = judgedTrials();
    int top = judged.run().plan().topStage().index();
    forEach(
        APIS,
        entry -> {
          Integer stage = trials.get(key(entry));
          Optional<String> api = entry.tag().api();
          if (stage != null && api.isPresent()) {
            shares
                .computeIfAbsent(HistogramTag.decoded(api.get()), id -> new HashMap<>())
                .computeIfAbsent(variant(entry.tag()), label -> new Share())
                .add(entry, stage == top);
          }
        });
    List<ApiFigures> figures = new ArrayList<>();
    shares.forEach(
        (id, halves) ->
            figures.add(
                new ApiFigures(
                    id, half(halves.get(VariantLabel.A)), half(halves.get(VariantLabel.B)))));
    return figures;
  }

  private static ApiFigures.Half half(@org.jspecify.annotations.Nullable Share share) {
    return share == null ? ApiFigures.Half.NONE : share.half();
  }

  private Optional<EstateFacts> estate() {
    try {
      return EstateFactsFile.read(folder);
    } catch (IssueException e) {
      e.issues().stream().map(Issue::message).forEach(remarks::add);
      return Optional.empty();
    }
  }

  private Optional<String> runHash() {
    Path file = folder.resolve(RunFile.NAME);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return Optional.of(HexFormat.of().formatHex(hash));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private void forEach(String name, Consumer<HistogramEntry> taker) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      int unreadable = HistogramLog.forEach(file, taker);
      if (unreadable > 0) {
        remarks.add(name + " has " + unreadable + " lines that cannot be read");
      }
    } catch (IOException e) {
      remarks.add("cannot read " + name + ": " + e.getMessage());
    }
  }

  /** A log has the trials of void attempts, too; their start tells them apart. */
  private Map<String, Integer> judgedTrials() {
    Map<String, Integer> trials = new HashMap<>();
    for (Replicate replicate : judged.replicates()) {
      for (Trial trial : replicate.trials()) {
        Stage stage = judged.run().plan().stages().get(trial.stage());
        trials.put(
            trial.variant().name()
                + "/"
                + HistogramTag.stage(stage.name())
                + "/"
                + (replicate.slot() + 1)
                + "/"
                + trial.startedAt().toEpochMilli(),
            stage.index());
      }
    }
    return trials;
  }

  private static String key(HistogramEntry entry) {
    HistogramTag tag = entry.tag();
    return tag.variant()
        + "/"
        + tag.stage()
        + "/"
        + tag.replicate()
        + "/"
        + entry.start().toEpochMilli();
  }

  private static VariantLabel variant(HistogramTag tag) {
    return tag.variant().equals("A") ? VariantLabel.A : VariantLabel.B;
  }

  private static Histogram sum(Histogram one, Histogram other) {
    one.setAutoResize(true);
    one.add(other);
    return one;
  }

  /** One API on one variant, as far as it was read. */
  private static final class Share {
    private final Histogram top = new Histogram(2);
    private long passed;
    private long failed;

    void add(HistogramEntry entry, boolean topStage) {
      long count = entry.histogram().getTotalCount();
      if (entry.tag().measure().equals(FAILURES)) {
        failed += count;
      } else if (entry.tag().measure().equals(RESPONSE_TIME)) {
        passed += count;
        if (topStage) {
          top.add(entry.histogram());
        }
      }
    }

    ApiFigures.Half half() {
      return new ApiFigures.Half(passed, failed, percentile(50), percentile(95));
    }

    private java.util.OptionalDouble percentile(double percentile) {
      double rest = percentile > 50 ? 100 / (100 - percentile) : 1;
      return top.getTotalCount() < rest * ApiFigures.FEWEST
          ? java.util.OptionalDouble.empty()
          : java.util.OptionalDouble.of(top.getValueAtPercentile(percentile));
    }
  }
}
