import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.measurements.run.Metric;
import dev.fanout.report.ArchiveReport;
import dev.fanout.verdict.Archive;
import dev.fanout.verdict.Interval;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the judge makes of this machine: 48 live replicates of a topology against itself, regrouped;
 * 24 quick runs with injected delays, whose intervals must cover what the injector itself measured;
 * three whole default runs of A against A. Each part is a line of the ledger, and the runs stay under
 * verification/target/archive, which a second chunk needs; a chunk begins no part after its minutes
 * are over, and the next one goes on where it ended.
 *
 * <p>The machine must be quiet. In all: 16 min for the replicates, 36 for the quick runs, up to 18
 * for the default ones.
 */
public final class ArchiveProof {
  private static final int REPLICATES = 48;
  private static final int A_CHUNK = 8;
  private static final List<String> DELAYS = List.of("B:+100us", "B:+300us", "B:+1ms");
  private static final int RUNS_OF_EACH = 8;
  private static final int DEFAULT_RUNS = 3;
  private static final int DRAWS = 10_000;
  private static final long SEED = 20_261_124L;

  private static final double MOST_T = 3.4;
  private static final double MOST_LAG_ONE = 0.46;
  private static final double LEAST_EQUIVALENT = 0.90;
  private static final double MOST_SHIFTED = 0.07;
  private static final int LEAST_COVERED = 18;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("fanout.home"));
  private static final Path LEDGER = HOME.resolve("verification/ledger/archive.jsonl");
  private static final Path RUNS = HOME.resolve("verification/target/archive");

  private ArchiveProof() {}

  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20;
    Instant end = Instant.now().plus(Duration.ofSeconds(Math.round(60 * minutes)));
    Files.createDirectories(LEDGER.getParent());
    Files.createDirectories(RUNS);
    while (Instant.now().isBefore(end) && step()) {}
    summary();
  }

  /** The next part that is missing; false when none is. */
  private static boolean step() throws Exception {
    if (replicates() < REPLICATES) {
      append(chunk());
      return true;
    }
    if (count("regrouped", null) == 0) {
      append(regrouped());
      return true;
    }
    String least = null;
    for (String delay : DELAYS) {
      boolean fewer = least == null || count("injected", delay) < count("injected", least);
      least = fewer ? delay : least;
    }
    if (count("injected", least) < RUNS_OF_EACH) {
      append(injected(least));
      return true;
    }
    if (count("default", null) < DEFAULT_RUNS) {
      append(wholeRun());
      return true;
    }
    return false;
  }

  private static int replicates() throws IOException {
    return ledger().stream()
        .filter(e -> e.get("part").asText().equals("replicates"))
        .mapToInt(e -> e.get("replicates").asInt())
        .sum();
  }

  private static ObjectNode chunk() throws Exception {
    Path folder = folder("aa");
    int exit =
        fanout(
            folder, "calibrate", "--replicates", Integer.toString(A_CHUNK), "--out",
            folder.toString());
    Run run = RunReader.read(folder);
    ObjectNode entry = entry("replicates", run);
    int valid = Archive.of(List.of(run)).replicates();
    if (valid == 0) {
      throw new IOException("exit code " + exit + " and no replicate in " + folder);
    }
    entry.put("replicates", valid);
    entry.put("folder", folder.getFileName().toString());
    return entry;
  }

  private static ObjectNode regrouped() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (JsonNode chunk : ledger()) {
      if (chunk.get("part").asText().equals("replicates")) {
        runs.add(RunReader.read(RUNS.resolve(chunk.get("folder").asText())));
      }
    }
    Archive archive = Archive.of(runs);
    System.out.print(ArchiveReport.render(archive, runs.get(0)));
    ObjectNode entry = entry("regrouped", runs.get(0));
    entry.put("replicates", archive.replicates());
    boolean keeps = true;
    ArrayNode rows = entry.putArray("rows");
    List<Archive.Figures> figures = archive.figures();
    for (int i = 0; i < figures.size(); i++) {
      Archive.Figures row = figures.get(i);
      if (row.t().isEmpty()) {
        continue;
      }
      ObjectNode node = rows.addObject();
      node.put("row", row.row().id());
      node.put("mean", row.sample().mean().orElseThrow());
      node.put("sd", row.sample().standardDeviation().orElseThrow());
      node.put("spreadInMargins", row.spreadInMargins().orElseThrow());
      node.put("t", row.t().orElseThrow());
      node.put("lagOne", row.lagOne().orElseThrow());
      double shifted = archive.regrouped(PlanLength.DEFAULT.looks(), Optional.of(i), DRAWS, SEED);
      node.put("shiftedEquivalent", shifted);
      keeps &= Math.abs(row.t().orElseThrow()) <= MOST_T;
      keeps &= Math.abs(row.lagOne().orElseThrow()) <= MOST_LAG_ONE;
      keeps &= shifted <= MOST_SHIFTED;
    }
    double equivalent =
        archive.regrouped(PlanLength.DEFAULT.looks(), Optional.empty(), DRAWS, SEED);
    entry.put("equivalent", equivalent);
    entry.put("keeps", keeps && equivalent >= LEAST_EQUIVALENT);
    return entry;
  }

  /** Whether the interval of p50 covers the delay that the injector measured by itself. */
  private static ObjectNode injected(String delay) throws Exception {
    Path folder = folder("injected");
    int unused =
        fanout(
            folder, "bench", "--quick", "--topologies", "per-api,per-api", "--inject", delay,
            "--out", folder.toString());
    Run run = RunReader.read(folder);
    Verdict verdict = Judge.judge(run);
    ObjectNode entry = entry("injected", run);
    entry.put("inject", delay);
    entry.put("word", verdict.word().text());
    double measured = measured(run);
    entry.put("injectorMeasuredNanos", measured);
    boolean covered = false;
    for (RowVerdict row : verdict.rows()) {
      if (row.row().metric() == Metric.P50 && row.look().interval().isPresent()) {
        Interval interval = row.look().interval().get();
        entry.put("low", interval.low());
        entry.put("high", interval.high());
        covered = interval.contains(-measured);
      }
    }
    entry.put("covered", covered);
    return entry;
  }

  /** From the notes of the run: {@code the injection B:+1ms took 1.07 ms on average}. */
  private static double measured(Run run) throws IOException {
    for (String note : run.notes()) {
      if (note.startsWith("the injection ") && note.endsWith(" ns on average")) {
        String[] words = note.split(" ");
        return Double.parseDouble(words[words.length - 4]);
      }
    }
    throw new IOException("the run does not say what its injection took");
  }

  private static ObjectNode wholeRun() throws Exception {
    Path folder = folder("default");
    int unused =
        fanout(
            folder, "bench", "--topologies", "per-api,per-api", "--out", folder.toString());
    Run run = RunReader.read(folder);
    Verdict verdict = Judge.judge(run);
    ObjectNode entry = entry("default", run);
    entry.put("word", verdict.word().text());
    entry.put("replicates", verdict.replicates());
    return entry;
  }

  private static Path folder(String kind) {
    return RUNS.resolve(kind + "-" + System.nanoTime());
  }

  private static int fanout(Path folder, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("fanout").toString()));
    command.addAll(List.of(words));
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    return new ProcessBuilder(command)
        .directory(RUNS.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  private static ObjectNode entry(String part, Run run) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("part", part);
    entry.put("at", run.manifest().startedAt().toString());
    run.manifest().commit().ifPresent(commit -> entry.put("commit", commit));
    entry.put("java", run.manifest().jvm().version());
    entry.put("processors", run.manifest().machine().processors());
    entry.put("seed", run.plan().randomSeed());
    return entry;
  }

  private static void append(ObjectNode entry) throws IOException {
    Files.writeString(LEDGER, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.println(entry);
  }

  private static List<JsonNode> ledger() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    if (Files.exists(LEDGER)) {
      for (String line : Files.readAllLines(LEDGER)) {
        entries.add(JSON.readTree(line));
      }
    }
    return entries;
  }

  private static long count(String part, String inject) throws IOException {
    return ledger().stream()
        .filter(e -> e.get("part").asText().equals(part))
        .filter(e -> inject == null || e.get("inject").asText().equals(inject))
        .count();
  }

  private static void summary() throws IOException {
    long covered = ledger().stream().filter(e -> e.path("covered").asBoolean(false)).count();
    long equivalent =
        ledger().stream()
            .filter(e -> e.get("part").asText().equals("default"))
            .filter(e -> e.get("word").asText().equals("EQUIVALENT"))
            .count();
    System.out.printf(
        Locale.ROOT,
        "replicates %d of %d%nregrouped %s%ninjected %d of %d runs, covered %d (asked for: %d)%n"
            + "default runs %d of %d, EQUIVALENT %d%n",
        replicates(),
        REPLICATES,
        ledger().stream()
            .filter(e -> e.get("part").asText().equals("regrouped"))
            .map(
                e ->
                    String.format(
                        Locale.ROOT,
                        "EQUIVALENT %.3f, every limit kept: %s",
                        e.get("equivalent").asDouble(),
                        e.get("keeps").asBoolean()))
            .reduce("not yet", (before, last) -> last),
        count("injected", null),
        DELAYS.size() * RUNS_OF_EACH,
        covered,
        LEAST_COVERED,
        count("default", null),
        DEFAULT_RUNS,
        equivalent);
  }
}
