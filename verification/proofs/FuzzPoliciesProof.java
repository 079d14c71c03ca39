import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.policies.syntax.PolicyFuzz;
import dev.fanout.policies.syntax.PolicyShapes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Gives made-up documents to the policy reader, up to ten million of them: {@code PolicyFuzz} says
 * what they are and what must hold. A chunk is a line of the ledger, and the next one goes on where
 * it ended. Then measures the time that 1, 2, 4 and 8 MB of one shape take.
 */
public final class FuzzPoliciesProof {
  private static final long GOAL = 10_000_000;
  private static final long SEED = 20261124L;
  private static final int BLOCK = 1_000;
  private static final int MOST_FAILURES = 20;
  private static final Duration HANGS = Duration.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("fanout.home"));
  private static final Path LEDGER = HOME.resolve("verification/ledger/fuzz-policies.jsonl");

  private final PolicyFuzz fuzz = new PolicyFuzz(SEED);
  private final AtomicLong next;
  private final Instant end;
  private final AtomicLong withErrors = new AtomicLong();
  private final LongAccumulator slowestNanos = new LongAccumulator(Long::max, 0);
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  private FuzzPoliciesProof(long from, Instant end) {
    this.next = new AtomicLong(from);
    this.end = end;
  }

  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 2;
    int threads =
        arguments.length > 1
            ? Integer.parseInt(arguments[1])
            : Runtime.getRuntime().availableProcessors();
    String reader = reader();
    long from = to(reader);
    long startNanos = System.nanoTime();
    FuzzPoliciesProof proof =
        new FuzzPoliciesProof(from, Instant.now().plusMillis(Math.round(60_000 * minutes)));
    if (from < GOAL) {
      proof.run(threads);
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    if (proof.next.get() > from) {
      append(proof.entry(reader, from, seconds));
    }
    long done = to(reader);
    long failures = failures(reader);
    System.out.printf(
        Locale.ROOT,
        "fuzz-policies: %d of %d inputs for reader %s, %d in this chunk (%.0f/s), %d failures in all%n",
        done, GOAL, reader, proof.next.get() - from, (proof.next.get() - from) / seconds, failures);
    if (done >= GOAL) {
      append(linearity(reader));
    }
    System.exit(failures == 0 ? 0 : 10);
  }

  /** A changed reader starts anew: what the ledger says of another one says nothing of it. */
  private static String reader() throws Exception {
    return git("HEAD:policies/src/main/java/dev/fanout/policies/syntax")
        + "+"
        + git("HEAD:expressions/src/main/java/dev/fanout/expressions/syntax/Lexer.java");
  }

  private static long to(String reader) throws IOException {
    return entries(reader).stream().mapToLong(entry -> entry.path("to").asLong()).max().orElse(0);
  }

  private static long failures(String reader) throws IOException {
    return entries(reader).stream().mapToLong(entry -> entry.path("failureCount").asLong()).sum();
  }

  private static List<JsonNode> entries(String reader) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    if (Files.exists(LEDGER)) {
      for (String line : Files.readAllLines(LEDGER)) {
        JsonNode entry = JSON.readTree(line);
        if (entry.path("reader").asText().equals(reader)) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  private static void append(ObjectNode entry) throws IOException {
    Files.createDirectories(LEDGER.getParent());
    Files.writeString(
        LEDGER, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void run(int threads) throws InterruptedException {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
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
          failures.add("input " + worker.number + " hangs");
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
        withErrors.addAndGet(fuzz.check(input) ? 1 : 0);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        if (failures.size() < MOST_FAILURES) {
          failures.add("input " + input + ": " + e);
        }
      }
      slowestNanos.accumulate(System.nanoTime() - start);
    }
  }

  private ObjectNode entry(String reader, long from, double seconds) throws Exception {
    ObjectNode entry = head(reader);
    entry.put("seed", SEED);
    entry.put("from", from);
    entry.put("to", next.get());
    entry.put("inputs", next.get() - from);
    entry.put("withErrors", withErrors.get());
    entry.put("seconds", Math.round(seconds));
    entry.put("slowestMillis", slowestNanos.get() / 1_000_000);
    entry.put("failureCount", failures.size());
    ArrayNode list = entry.putArray("failures");
    failures.forEach(list::add);
    return entry;
  }

  private static ObjectNode head(String reader) throws Exception {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    entry.put("commit", git("HEAD"));
    entry.put("reader", reader);
    entry.put("java", System.getProperty("java.version"));
    return entry;
  }

  private static String git(String object) throws Exception {
    Process git =
        new ProcessBuilder("git", "-C", HOME.toString(), "rev-parse", "--short=12", object)
            .start();
    String hash =
        new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.waitFor() == 0 ? hash : "";
  }

  private static ObjectNode linearity(String reader) throws Exception {
    System.out.println(
        "CPU nanoseconds of the reading thread and steps per character, best of 5, by length");
    var threads = ManagementFactory.getThreadMXBean();
    System.out.printf("%-28s %8s %8s %8s %8s   steps%n", "shape", "1 MB", "2 MB", "4 MB", "8 MB");
    ObjectNode entry = head(reader);
    ObjectNode nanos = entry.putObject("nanosPerCharacterOf1And2And4And8MB");
    for (Map.Entry<String, String> shape : PolicyShapes.pieces().entrySet()) {
      StringBuilder line = new StringBuilder(String.format("%-28s", shape.getKey()));
      ArrayNode figures = nanos.putArray(shape.getKey());
      double steps = 0;
      for (int megabytes = 1; megabytes <= 8; megabytes *= 2) {
        String text = PolicyShapes.document(shape.getValue(), megabytes << 20);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
          long start = threads.getCurrentThreadCpuTime();
          steps = (double) PolicyShapes.steps(text) / text.length();
          best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        double each = (double) best / text.length();
        line.append(String.format(Locale.ROOT, " %8.2f", each));
        figures.add(Math.round(each * 100) / 100.0);
      }
      System.out.println(line + String.format(Locale.ROOT, "   %5.2f", steps));
    }
    return entry;
  }
}
