import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code fanout demo cold-scale} ten times: the published design must be fooled in both orders
 * each time, ours must say EQUIVALENT in eight or more and DIFFERENT in none. Each run is a line of
 * the ledger; a chunk begins no run after its minutes are over. The machine must be quiet.
 */
public final class ColdScaleProof {
  private static final int RUNS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("fanout.home"));
  private static final Path LEDGER = HOME.resolve("verification/ledger/cold-scale.jsonl");

  private ColdScaleProof() {}

  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20;
    Instant end = Instant.now().plus(Duration.ofSeconds(Math.round(60 * minutes)));
    List<JsonNode> done = new ArrayList<>();
    if (Files.exists(LEDGER)) {
      for (String line : Files.readAllLines(LEDGER)) {
        done.add(JSON.readTree(line));
      }
    }
    while (done.size() < RUNS && Instant.now().isBefore(end)) {
      ObjectNode entry = run();
      Files.writeString(LEDGER, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      System.out.println(entry);
      done.add(entry);
    }
    System.out.printf(
        "%d of %d runs: published design fooled with A first %d, with B first %d; ours EQUIVALENT %d,"
            + " DIFFERENT %d%n",
        done.size(), RUNS,
        done.stream().filter(e -> e.at("/AFirst/fooled").asBoolean()).count(),
        done.stream().filter(e -> e.at("/BFirst/fooled").asBoolean()).count(),
        done.stream().filter(e -> e.get("ours").asText().equals("EQUIVALENT")).count(),
        done.stream().filter(e -> e.get("ours").asText().equals("DIFFERENT")).count());
  }

  private static ObjectNode run() throws Exception {
    Path folder = HOME.resolve("verification/target/cold-scale/" + System.nanoTime());
    Files.createDirectories(folder.getParent());
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    int exit =
        new ProcessBuilder(
                HOME.resolve("fanout").toString(), "demo", "cold-scale", "--out", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    ObjectNode entry = JSON.createObjectNode();
    entry.put("at", Instant.now().toString());
    Run run = RunReader.read(folder.resolve("ours"));
    Verdict verdict = Judge.judge(run);
    entry.put("commit", run.manifest().commit().orElse("unknown"));
    entry.put("java", run.manifest().jvm().version());
    entry.put("exit", exit);
    entry.put("ours", verdict.word().text());
    entry.put("headline", verdict.headline());
    entry.setAll((ObjectNode) JSON.readTree(folder.resolve("sequential.json").toFile()));
    return entry;
  }
}
