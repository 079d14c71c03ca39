import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.policies.eval.ExpressionFuzz;
import dev.fanout.policies.eval.ExpressionFuzz.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Gives made-up expressions to the compiler, up to ten million of them, and runs those that compile
 * until 200,000 and more have run: {@code ExpressionFuzz} says what they are and what must hold. A
 * chunk is a line of the ledger, and the next one goes on where it ended. Those of {@code
 * ../shared/oracle} are among the texts to start from, where they are present.
 */
public final class FuzzExpressionsProof {
  private static final long GOAL = 10_000_000;
  private static final long EVALUATED_GOAL = 200_000;
  private static final long SEED = 20261124L;
  private static final int BLOCK = 500;
  private static final int MOST_FAILURES = 20;
  private static final Duration HANGS = Duration.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("fanout.home"));
  private static final Path LEDGER = HOME.resolve("verification/ledger/fuzz-expressions.jsonl");

  private final ExpressionFuzz fuzz;
  private final int texts;
  private final AtomicLong next;
  private final Instant end;
  private final AtomicLongArray fates = new AtomicLongArray(Fate.values().length);
  private final LongAccumulator slowestNanos = new LongAccumulator(Long::max, 0);
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  private FuzzExpressionsProof(List<String> corpus, long from, Instant end) {
    this.fuzz = new ExpressionFuzz(SEED, corpus);
    this.texts = corpus.size();
    this.next = new AtomicLong(from);
    this.end = end;
  }

  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 2;
    long from = largestEnd();
    long startNanos = System.nanoTime();
    FuzzExpressionsProof proof =
        new FuzzExpressionsProof(
            corpus(), from, Instant.now().plusMillis(Math.round(60_000 * minutes)));
    if (from < GOAL) {
      proof.run();
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    ObjectNode entry = proof.entry(from, seconds);
    long done = proof.next.get() - from;
    if (done > 0) {
      Files.createDirectories(LEDGER.getParent());
      Files.writeString(
          LEDGER, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    System.out.printf(
        Locale.ROOT,
        "fuzz-expressions: %d of %d inputs, %d of %d evaluated, %d in this chunk (%.0f/s), %d failures in all%n",
        largestEnd(), GOAL, sum("evaluated"), EVALUATED_GOAL, done, done / seconds,
        sum("failureCount"));
    proof.failures.forEach(System.out::println);
    System.exit(sum("failureCount") == 0 ? 0 : 10);
  }

  /** Expressions of the oracle. */
  private static List<String> corpus() throws IOException {
    Path folder = HOME.resolve("../shared/oracle/expressions");
    List<String> texts = new ArrayList<>();
    for (String name :
        List.of("corpus-compile", "language", "context", "library", "json-xml-linq")) {
      Path file = folder.resolve(name + ".json");
      if (Files.exists(file)) {
        JSON.readTree(file.toFile()).forEach(row -> texts.add(row.path("expression").asText()));
      }
    }
    return texts;
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

  private static long largestEnd() throws IOException {
    return ledger().stream().mapToLong(entry -> entry.get("to").asLong()).max().orElse(0);
  }

  private static long sum(String field) throws IOException {
    return ledger().stream().mapToLong(entry -> entry.get(field).asLong()).sum();
  }

  private void run() throws InterruptedException {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Worker worker = new Worker();
      worker.setDaemon(true);
      worker.start();
      workers.add(worker);
    }
    for (Worker worker : workers) {
      while (worker.isAlive()) {
        worker.join(500);
        long since = worker.since;
        if (worker.isAlive() && since != 0 && System.nanoTime() - since > HANGS.toNanos()) {
          failures.add("input " + worker.number + " hangs: " + fuzz.input(worker.number));
          worker.hangs = true;
          break;
        }
      }
    }
  }

  private final class Worker extends Thread {
    private volatile long number;
    private volatile long since;
    private volatile boolean hangs;

    @Override
    public void run() {
      while (!hangs && Instant.now().isBefore(end)) {
        long block = next.getAndUpdate(from -> from < GOAL ? from + BLOCK : from);
        if (block >= GOAL) {
          return;
        }
        for (long input = block; input < block + BLOCK; input++) {
          check(input);
        }
      }
    }

    private void check(long input) {
      number = input;
      long start = System.nanoTime();
      since = start;
      try {
        fates.incrementAndGet(fuzz.check(input).ordinal());
      } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
        if (failures.size() < MOST_FAILURES) {
          failures.add(
              "input " + input + ": " + e + " "
                  + (e.getCause() == null ? "" : e.getCause()) + "\n" + fuzz.input(input));
        }
      }
      slowestNanos.accumulate(System.nanoTime() - start);
    }
  }

  private ObjectNode entry(long from, double seconds) throws Exception {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    entry.put("commit", git("HEAD"));
    entry.put("tree", git("HEAD:expressions/src/main"));
    entry.put("java", System.getProperty("java.version"));
    entry.put("seed", SEED);
    entry.put("texts", texts);
    entry.put("from", from);
    entry.put("to", next.get());
    entry.put("inputs", next.get() - from);
    long refused = fates.get(Fate.REFUSED.ordinal());
    long failed = fates.get(Fate.FAILED.ordinal());
    long values = fates.get(Fate.GAVE_A_VALUE.ordinal());
    entry.put("refused", refused);
    entry.put("bound", fates.get(Fate.BOUND.ordinal()) + failed + values);
    entry.put("evaluated", failed + values);
    entry.put("failedWhileRunning", failed);
    entry.put("seconds", Math.round(seconds));
    entry.put("slowestMillis", slowestNanos.get() / 1_000_000);
    entry.put("failureCount", failures.size());
    ArrayNode list = entry.putArray("failures");
    failures.forEach(list::add);
    return entry;
  }

  private static String git(String object) throws Exception {
    Process git =
        new ProcessBuilder("git", "-C", HOME.toString(), "rev-parse", "--short=12", object)
            .start();
    String hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.waitFor() == 0 ? hash : "";
  }
}
