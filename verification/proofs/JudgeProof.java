import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.verdict.simulation.ErrorSimulation;
import dev.fanout.verdict.simulation.JudgeCase;
import dev.fanout.verdict.simulation.JudgeSimulation;
import dev.fanout.verdict.simulation.JudgeSimulation.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays 10,000 simulated experiments of every case to the judge, with a fixed seed, and keeps what
 * it said: a line of the ledger for each case. A chunk begins no case after its minutes are over.
 * {@code docs/judge-proof.md} is made from the ledger.
 */
public final class JudgeProof {
  private static final int EXPERIMENTS = 10_000;
  private static final long SEED = 20_261_124L;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path LEDGER =
      Path.of(System.getProperty("fanout.home")).resolve("verification/ledger/judge.jsonl");

  /** Failures that come together, and what is in flight: what the judge takes for a burst. */
  private static final int[][] BURSTS = {{20, 20}, {60, 20}, {20, 1}};

  private JudgeProof() {}

  public static void main(String[] arguments) throws IOException {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20;
    Instant end = Instant.now().plus(Duration.ofSeconds(Math.round(60 * minutes)));
    Set<String> done = new HashSet<>();
    boolean kept = true;
    for (JsonNode entry : ledger()) {
      done.add(entry.get("id").asText());
      kept &= entry.get("keeps").asBoolean();
    }
    int left = 0;
    for (JudgeCase next : JudgeCase.all()) {
      String id = next.topic() + ": " + next.scenario().id() + ": " + next.counted().name();
      if (done.contains(id)) {
        continue;
      }
      if (Instant.now().isAfter(end)) {
        left++;
        continue;
      }
      kept &= append(entry(id, next));
    }
    for (int[] burst : BURSTS) {
      String id = "bursts: " + burst[0] + " together, " + burst[1] + " in flight";
      if (!done.contains(id)) {
        kept &= append(bursts(id, burst[0], burst[1]));
      }
    }
    System.out.println(
        (left == 0 ? "all cases are in the ledger" : left + " cases are left")
            + (kept ? "; every promise is kept" : "; A PROMISE IS BROKEN"));
    System.exit(kept ? 0 : 10);
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

  private static ObjectNode entry(String id, JudgeCase played) {
    Tally tally = JudgeSimulation.run(played.scenario(), EXPERIMENTS, SEED);
    int count = played.counted().of(tally);
    ObjectNode entry = JSON.createObjectNode();
    entry.put("id", id);
    entry.put("topic", played.topic());
    entry.put("plan", played.scenario().plan().label());
    entry.put("spread", played.scenario().spread());
    entry.put("means", played.scenario().means().name());
    entry.put("noise", played.scenario().noise().name());
    entry.put("noiseSize", played.scenario().noiseSize());
    entry.put("trend", played.scenario().trend().name());
    entry.put("trendSize", played.scenario().trendSize());
    entry.put("counted", played.counted().text());
    entry.put("count", count);
    entry.put("of", tally.experiments());
    entry.put("promise", played.kind().name());
    entry.put("limit", played.limit());
    entry.put("keeps", played.keeps(count));
    entry.put("withheld", tally.withheld());
    entry.put("naiveSatisfied", tally.naiveSatisfied());
    return sealed(entry);
  }

  private static ObjectNode bursts(String id, int burst, int inFlight) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("id", id);
    entry.put("topic", "bursts");
    entry.put("burst", burst);
    entry.put("inFlight", inFlight);
    entry.put(
        "count", ErrorSimulation.wrongEquivalents(burst, inFlight, EXPERIMENTS, SEED));
    entry.put("of", EXPERIMENTS);
    entry.put("keeps", true);
    return sealed(entry);
  }

  private static ObjectNode sealed(ObjectNode entry) {
    entry.put("seed", SEED);
    entry.put("at", Instant.now().toString());
    entry.put("java", System.getProperty("java.version"));
    return entry;
  }

  private static boolean append(ObjectNode entry) throws IOException {
    Files.createDirectories(LEDGER.getParent());
    Files.writeString(LEDGER, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    boolean keeps = entry.get("keeps").asBoolean();
    System.out.println(
        entry.get("id").asText() + ": " + entry.get("count").asInt() + " of "
            + entry.get("of").asInt() + (keeps ? "" : "  BROKEN"));
    return keeps;
  }
}
