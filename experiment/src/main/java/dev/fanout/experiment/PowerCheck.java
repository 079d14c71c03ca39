package dev.fanout.experiment;

import dev.fanout.measurements.run.Look;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.verdict.Archive;
import dev.fanout.verdict.Power;
import dev.fanout.verdict.RowSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a plan can answer at all, asked before it runs: at the spreads that the last archive of
 * this machine shows.
 *
 * @param archive folder of the archive
 * @param replicates in it
 * @param rows of the plan whose spread it knows
 * @param power share of runs that would end EQUIVALENT if nothing differed, in 0..1
 */
public record PowerCheck(Path archive, int replicates, List<RowSpread> rows, double power) {
  /** How folders of archives begin. */
  public static final String ARCHIVE = "archive-";

  private static final int FEWEST_REPLICATES = 6;

  public PowerCheck {
    rows = List.copyOf(rows);
  }

  /**
   * @param spread standard deviation of d, in units of the plan's margin
   */
  public record RowSpread(String id, double spread) {}

  /** The latest archive among the runs of a folder: names have the time in them. */
  public static Optional<Path> latestArchive(Path runs) {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(folder -> String.valueOf(folder.getFileName()).startsWith(ARCHIVE))
          .filter(folder -> Files.isRegularFile(folder.resolve(RunFile.NAME)))
          .max(Comparator.comparing(folder -> String.valueOf(folder.getFileName())));
    } catch (IOException e) {
      return Optional.empty(); // a run that can be measured is not refused for that
    }
  }

  /**
   * Empty when the archive has too few replicates, or none of the plan's rows.
   *
   * @throws dev.fanout.diagnostics.IssueException the archive cannot be read
   */
  public static Optional<PowerCheck> of(RunPlan plan, Path archive) {
    Run run = RunReader.read(archive);
    Archive known = Archive.of(List.of(run));
    List<RowSpread> rows = new ArrayList<>();
    for (Row row : plan.rows()) {
      known.figures().stream()
          .filter(figure -> figure.row().id().equals(row.id()))
          .filter(figure -> figure.sample().standardDeviation().orElse(0) > 0)
          .findFirst()
          .ifPresent(
              figure ->
                  rows.add(
                      new RowSpread(
                          row.id(),
                          figure.sample().standardDeviation().orElseThrow()
                              / RowSeries.margin(row))));
    }
    if (known.replicates() < FEWEST_REPLICATES || rows.isEmpty()) {
      return Optional.empty();
    }
    double power =
        Power.equivalent(
            plan.looks(), rows.stream().map(RowSpread::spread).toList(), plan.rows().size());
    return Optional.of(new PowerCheck(archive, known.replicates(), rows, power));
  }

  public boolean enough() {
    return power >= Power.LEAST;
  }

  /** The row that the plan resolves worst. */
  public RowSpread worst() {
    return rows.stream().max(Comparator.comparingDouble(RowSpread::spread)).orElseThrow();
  }

  /** One sentence without a full stop. */
  public String sentence(List<Look> looks) {
    return String.format(
        Locale.ROOT,
        "at the spread of %s (%d replicates; the widest row is %s with %.2f margins) %.0f %% of runs"
            + " with up to %d replicates would end EQUIVALENT if nothing differed",
        archive,
        replicates,
        worst().id(),
        worst().spread(),
        power * 100,
        looks.get(looks.size() - 1).replicates());
  }
}
