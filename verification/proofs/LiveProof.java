import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the default plan of {@code fanout bench} on one topology against itself, as it is and with
 * known effects injected, and keeps what the judge said. Each run is a line of the ledger; a chunk
 * begins no run after its minutes are over, and the next chunk goes on where it ended.
 */
public final class LiveProof {
  /** A case, how often it is run, and what it must say how often at least. */
  private record Case(String name, String inject, int runs, String word, int atLeast) {}

  private static final List<Case> CASES =
      List.of(
          new Case("A/A", "", 10, "EQUIVALENT", 8),
          new Case("B:+1ms", "B:+1ms", 6, "DIFFERENT", 5),
          new Case("A:+1ms", "A:+1ms", 6, "DIFFERENT", 5),
          new Case("B:cpu+25%", "B:cpu+25%", 6, "DIFFERENT", 5));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("fanout.home"));
  private static final Path LEDGER = HOME.resolve("verification/ledger/live.jsonl");

  private LiveProof() {}

  public static void main(String[] arguments) throws Exception {
    Duration chunk = Duration.ofSeconds(Math.round(60 * (arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20)));
    Instant end = Instant.now().plus(chunk);
    Files.createDirectories(LEDGER.getParent());
    List<JsonNode> done = ledger();
    for (Case next = next(done); next != null && Instant.now().isBefore(end); next = next(done)) {
      ObjectNode entry = run(next, done.size());
      Files.writeString(
          LEDGER, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      done.add(entry);
      System.out.println(
          next.name() + ": " + entry.get("word").asText() + " " + entry.get("rowsThatDiffer")
              + ", " + entry.get("replicates") + " replicates, " + entry.get("seconds") + " s");
    }
    summary(done);
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

  /** The case that has come least far, so that a stopped series has seen all. */
  private static Case next(List<JsonNode> done) {
    Case least = null;
    double share = 1;
    for (Case candidate : CASES) {
      double has = (double) count(done, candidate) / candidate.runs();
      if (has < share) {
        share = has;
        least = candidate;
      }
    }
    return least;
  }

  private static long count(List<JsonNode> done, Case which) {
    return done.stream().filter(e -> e.get("case").asText().equals(which.name())).count();
  }

  private static ObjectNode run(Case which, int number) throws Exception {
    Path folder = HOME.resolve("verification/target/live/" + number + "-" + System.nanoTime());
    Files.createDirectories(folder.getParent());
    List<String> command =
        new ArrayList<>(
            List.of(
                HOME.resolve("fanout").toString(),
                "bench",
                "--topologies",
                "per-api,per-api",
                "--out",
                folder.toString()));
    if (!which.inject().isEmpty()) {
      command.addAll(List.of("--inject", which.inject()));
    }
    long start = System.nanoTime();
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    int exit =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start()
            .waitFor();
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    Path file = folder.resolve("report.json");
    if (!Files.exists(file)) {
      throw new IOException("exit code " + exit + " and no verdict; see " + log);
    }
    return entry(which, JSON.readTree(file.toFile()), JSON.readTree(folder.resolve("run.json").toFile()), seconds);
  }

  private static ObjectNode entry(Case which, JsonNode verdict, JsonNode run, long seconds) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("case", which.name());
    entry.put("at", run.at("/manifest/startedAt").asText());
    entry.put("commit", run.at("/manifest/commit").asText());
    entry.put("java", run.at("/manifest/jvm/version").asText());
    entry.put("seed", run.at("/plan/randomSeed").asLong());
    entry.put("word", verdict.at("/verdict/word").asText());
    entry.put("seconds", seconds);
    entry.put("replicates", verdict.get("replicates").asInt());
    entry.put("capacityPerSecond", Math.round(run.at("/capacity/ratePerSecond").asDouble()));
    ArrayNode differ = entry.putArray("rowsThatDiffer");
    ObjectNode rows = entry.putObject("rows");
    for (JsonNode row : verdict.get("rows")) {
      ObjectNode figures = rows.putObject(row.get("id").asText());
      figures.put("difference", row.get("difference").asDouble());
      figures.put("sd", row.path("standardDeviation").asDouble());
      figures.put("state", row.get("state").asText());
      if (row.get("state").asText().equals("different")) {
        differ.add((row.get("difference").asDouble() > 0 ? "A>B " : "A<B ") + row.get("id").asText());
      }
    }
    ArrayNode failed = entry.putArray("failedAudits");
    for (JsonNode audit : verdict.get("audits")) {
      if (audit.get("state").asText().equals("failed")) {
        failed.add(audit.get("audit").asText() + ": " + audit.path("finding").asText());
      }
    }
    return entry;
  }

  private static void summary(List<JsonNode> done) {
    for (Case which : CASES) {
      Map<String, Integer> words = new LinkedHashMap<>();
      for (JsonNode entry : done) {
        if (entry.get("case").asText().equals(which.name())) {
          words.merge(entry.get("word").asText(), 1, Integer::sum);
        }
      }
      System.out.printf(
          "%-10s %d of %d runs: %s (asked for: %s in at least %d)%n",
          which.name(), count(done, which), which.runs(), words, which.word(), which.atLeast());
    }
  }
}
