package dev.fanout.load.imports;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.load.summary.LoadSummary;
import dev.fanout.load.summary.TrialSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JMeter's results as CSV. Labels that {@code fanout export jmx} gave say target, stage, API and
 * operation; in other files a thread group is a stage and a label an API. Nothing is kept but
 * histograms, so that a file may be as long as it likes.
 */
public final class JtlReader {
  /** Code of all issues of this reader. */
  public static final String CODE = "LOAD_JTL";

  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9._-]+)/([A-Za-z0-9._-]+)/([^/]+)/(.+)");
  private static final Pattern SETTLING = Pattern.compile(" settling=(\\d{1,7})ms");
  private static final int MOST_TRIALS = 1_000;

  private final String name;
  private final Optional<Duration> settling;
  private final Map<String, JtlTrial> trials = new LinkedHashMap<>();

  private JtlReader(String name, Optional<Duration> settling) {
    this.name = name;
    this.settling = settling;
  }

  /**
   * @param settling how much of each trial's beginning is left out; empty: what the thread groups'
   *     names say, else nothing
   * @throws IssueException for a file that is no JTL, with the line
   */
  public static LoadSummary read(Path file, Optional<Duration> settling) throws IOException {
    JtlReader reader = new JtlReader(String.valueOf(file.getFileName()), settling);
    // Two passes: where a trial begins is known only when all its lines are.
    reader.each(file, (trial, sample) -> trial.sees(sample));
    reader.each(file, (trial, sample) -> trial.counts(sample));
    return reader.summary();
  }

  /** What happens to a sample. */
  private interface Step {
    void take(JtlTrial trial, JtlSample sample);
  }

  private void each(Path file, Step step) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      CsvLines lines = new CsvLines(in);
      try {
        Map<String, Integer> columns = columns(lines.next());
        for (List<String> cells = lines.next(); cells != null; cells = lines.next()) {
          if (cells.size() == 1 && cells.get(0).isBlank()) {
            continue;
          }
          JtlSample sample = JtlSample.of(cells, columns);
          step.take(trial(sample), sample);
        }
      } catch (IllegalArgumentException e) {
        throw issue(file + ", line " + lines.line() + ": " + e.getMessage());
      }
    } catch (NoSuchFileException e) {
      throw issue("there is no file " + file);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw issue(file + " is not UTF-8 text");
    }
  }

  private static Map<String, Integer> columns(
      @org.jspecify.annotations.Nullable List<String> heading) {
    if (heading == null) {
      throw new IllegalArgumentException("the file is empty");
    }
    if (heading.get(0).stripLeading().startsWith("<")) {
      throw new IllegalArgumentException(
          "this is XML; run JMeter with -Jjmeter.save.saveservice.output_format=csv");
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      columns.put(heading.get(i).replace("\uFEFF", ""), i);
    }
    for (String needed : JtlSample.NEEDED) {
      if (!columns.containsKey(needed)) {
        throw new IllegalArgumentException("the heading has no column '" + needed + "'");
      }
    }
    return columns;
  }

  private JtlTrial trial(JtlSample sample) {
    Matcher ours = LABEL.matcher(sample.label());
    String target = ours.matches() ? ours.group(1) : "jmeter";
    String stage =
        ours.matches() ? ours.group(2) : sample.group().isEmpty() ? "all" : sample.group();
    String api = ours.matches() ? ours.group(3) : sample.label();
    JtlTrial trial = trials.get(target + "/" + stage);
    if (trial == null) {
      if (trials.size() == MOST_TRIALS) {
        throw new IllegalArgumentException("more than " + MOST_TRIALS + " thread groups");
      }
      trial = new JtlTrial(target, stage, settling.orElseGet(() -> settling(sample.group())));
      trials.put(target + "/" + stage, trial);
    }
    trial.api(api);
    return trial;
  }

  private static Duration settling(String group) {
    Matcher matcher = SETTLING.matcher(group);
    return matcher.find() ? Duration.ofMillis(Long.parseLong(matcher.group(1))) : Duration.ZERO;
  }

  private LoadSummary summary() {
    if (trials.isEmpty()) {
      throw issue(name + " has no samples");
    }
    List<TrialSummary> read = new ArrayList<>();
    trials.values().forEach(trial -> read.add(trial.summary()));
    Instant start =
        read.stream().map(TrialSummary::startedAt).min(Instant::compareTo).orElseThrow();
    Instant end =
        read.stream()
            .map(trial -> trial.startedAt().plus(trial.window()))
            .max(Instant::compareTo)
            .orElseThrow();
    return new LoadSummary(
        name,
        "JMeter",
        Duration.ofMillis(1),
        List.of(
            "sent by JMeter: whole milliseconds, from the send; a stalled server is met by at most"
                + " one request of each thread; never compared with results of fanout's own"
                + " engine"),
        start,
        end,
        OptionalLong.empty(),
        Optional.empty(),
        false,
        read);
  }

  private static IssueException issue(String message) {
    return new IssueException(List.of(Issue.error(CODE, message)));
  }
}
