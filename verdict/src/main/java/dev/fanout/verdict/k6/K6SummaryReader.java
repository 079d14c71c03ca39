package dev.fanout.verdict.k6;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads both forms of a k6 summary: values beside the metric's name, or under {@code values}. */
public final class K6SummaryReader {
  /** Larger files are refused; a summary takes a few kilobytes. */
  public static final long LARGEST_BYTES = 16L << 20;

  private static final int DEEPEST = 32;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private K6SummaryReader() {}

  /**
   * @throws IssueException {@code K6_NOT_FOUND}, {@code K6_TOO_LARGE}, {@code K6_NOT_JSON}, {@code
   *     K6_NOT_A_SUMMARY}
   */
  public static K6Summary read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw failure("K6_NOT_FOUND", "there is no file " + file);
      }
      if (Files.size(file) > LARGEST_BYTES) {
        throw failure(
            "K6_TOO_LARGE", file + " has more than " + LARGEST_BYTES + " bytes: no summary of k6");
      }
      return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw failure("K6_NOT_JSON", file + " is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw failure("K6_NOT_FOUND", "cannot read " + file + ": " + e.getMessage());
    }
  }

  private static K6Summary read(String name, String text) throws JsonProcessingException {
    JsonNode tree = JSON.readTree(text);
    JsonNode metrics = tree.path("metrics");
    if (!metrics.isObject() || !metrics.has("http_reqs")) {
      throw new IssueException(
          List.of(
              Issue.error(
                      "K6_NOT_A_SUMMARY", name + " has no 'metrics' with 'http_reqs' as k6 writes")
                  .withHint("k6 run --summary-export FILE writes one")));
    }
    Map<String, Map<String, Double>> read = new TreeMap<>();
    for (Map.Entry<String, JsonNode> metric : metrics.properties()) {
      JsonNode values =
          metric.getValue().has("values") ? metric.getValue().get("values") : metric.getValue();
      Map<String, Double> numbers = new TreeMap<>();
      for (Map.Entry<String, JsonNode> value : values.properties()) {
        if (value.getValue().isNumber()) {
          numbers.put(value.getKey(), value.getValue().doubleValue());
        }
      }
      read.put(metric.getKey(), numbers);
    }
    List<String> checks = new ArrayList<>();
    addChecks(tree.path("root_group"), checks);
    return new K6Summary(name, read, checks);
  }

  /** Checks are an object by name in one form, a list in the other. */
  private static void addChecks(JsonNode group, List<String> checks) {
    for (JsonNode check : group.path("checks")) {
      checks.add(check.path("name").asText());
    }
    for (JsonNode child : group.path("groups")) {
      addChecks(child, checks);
    }
  }

  private static IssueException failure(String code, String message) {
    return new IssueException(List.of(Issue.error(code, message)));
  }
}
