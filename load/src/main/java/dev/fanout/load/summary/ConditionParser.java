package dev.fanout.load.summary;

import dev.fanout.catalog.Quantities;
import dev.fanout.catalog.Suggestions;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 *
 *
 * <pre>
 * condition  = [ target [ "/" stage ] ":" ] metric comparison value
 * metric     = [ "response." | "service." | "firstByte." | "lag." ] ( "p" percent | "min" | "mean" | "max" )
 *            | "errors" | "unstarted" | "late" | "throughput"
 * comparison = ">" | ">=" | "<" | "<="
 * value      = a time (20ms), a percentage (1%), a rate (500/s) or a number
 * </pre>
 */
final class ConditionParser {
  static final String CODE = "LOAD_CONDITION";

  private static final int LONGEST = 300;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern COMPARISON = Pattern.compile("<=|>=|<|>");
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,4})?)");
  private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:/s)?");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");
  private static final List<String> METRICS =
      List.of(
          "p50",
          "p90",
          "p95",
          "p99",
          "p99.9",
          "min",
          "mean",
          "max",
          "errors",
          "unstarted",
          "late",
          "throughput");

  private final SourceText source;
  private final String text;
  private int at;

  ConditionParser(String text) {
    this.source = SourceText.of("condition", text);
    this.text = text;
  }

  Condition parse() {
    if (text.length() > LONGEST || text.isBlank()) {
      throw at(0, 0, "a condition has 1 to " + LONGEST + " characters", "p95>20ms");
    }
    Optional<String> target = Optional.empty();
    Optional<String> stage = Optional.empty();
    int colon = text.indexOf(':');
    if (colon >= 0) {
      target = Optional.of(name("the name of a target"));
      blanks();
      if (peek() == '/') {
        at++;
        stage = Optional.of(name("the name of a stage"));
      }
      blanks();
      if (peek() != ':') {
        throw at(at, at + 1, "here ':' should follow", "A/50-vus: p95>20ms");
      }
      at++;
    }
    blanks();
    int metricStart = at;
    String metricName = name("a metric such as p95, max, errors or throughput");
    Condition.Comparison comparison = comparison();
    blanks();
    int valueStart = at;
    String value = text.substring(at).strip();
    if (value.isEmpty()) {
      throw at(at, at, "the limit is missing", "p95>20ms");
    }
    int valueEnd = valueStart + value.length();
    if (metricName.equals("errors")
        || metricName.equals("unstarted")
        || metricName.equals("late")) {
      boolean share = value.endsWith("%");
      Metric.Part.Kind kind =
          Metric.Part.Kind.valueOf(metricName.toUpperCase(java.util.Locale.ROOT));
      double limit = share ? share(value, valueStart) : count(value, valueStart);
      return new Condition(
          text.strip(), target, stage, new Metric.Part(kind, share), comparison, limit);
    }
    if (metricName.equals("throughput")) {
      Matcher rate = RATE.matcher(value);
      if (!rate.matches()) {
        throw at(valueStart, valueEnd, "a throughput is a number of requests a second", "500/s");
      }
      return new Condition(
          text.strip(),
          target,
          stage,
          new Metric.Throughput(),
          comparison,
          Double.parseDouble(rate.group(1)));
    }
    Metric metric = time(metricName, metricStart);
    try {
      double nanos = Quantities.duration(value).toNanos();
      return new Condition(text.strip(), target, stage, metric, comparison, nanos);
    } catch (IllegalArgumentException e) {
      throw at(valueStart, valueEnd, metricName + " is a time, and this is none", "20ms");
    }
  }

  private Metric time(String name, int start) {
    Metric.Clock clock = Metric.Clock.JUDGED;
    String rest = name;
    for (Metric.Clock candidate : Metric.Clock.values()) {
      if (!candidate.prefix().isEmpty() && name.startsWith(candidate.prefix())) {
        clock = candidate;
        rest = name.substring(candidate.prefix().length());
      }
    }
    Matcher percentile = PERCENTILE.matcher(rest);
    if (percentile.matches() && Double.parseDouble(percentile.group(1)) > 0) {
      return new Metric.Percentile(clock, Double.parseDouble(percentile.group(1)));
    }
    for (Metric.Moment.Kind kind : Metric.Moment.Kind.values()) {
      if (kind.name().toLowerCase(java.util.Locale.ROOT).equals(rest)) {
        return new Metric.Moment(clock, kind);
      }
    }
    List<String> known = new ArrayList<>(METRICS);
    String hint =
        Suggestions.closest(rest, known)
            .map(word -> "did you mean '" + word + "'?")
            .orElse("there are " + String.join(", ", known));
    throw issue(start, start + name.length(), "'" + name + "' is not a metric", hint);
  }

  private double share(String value, int start) {
    Matcher matcher = PERCENT.matcher(value);
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
      throw at(start, start + value.length(), "this is not a percentage from 0 to 100", "1%");
    }
    return Double.parseDouble(matcher.group(1)) / 100;
  }

  private double count(String value, int start) {
    if (!value.matches("\\d{1,12}")) {
      throw at(
          start, start + value.length(), "this is neither a percentage nor a whole number", "1%");
    }
    return Double.parseDouble(value);
  }

  private Condition.Comparison comparison() {
    blanks();
    Matcher matcher = COMPARISON.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw at(at, at + 1, "here one of > >= < <= should stand", "p95>20ms");
    }
    at = matcher.end();
    for (Condition.Comparison comparison : Condition.Comparison.values()) {
      if (comparison.sign().equals(matcher.group())) {
        return comparison;
      }
    }
    throw new IllegalStateException(matcher.group());
  }

  private String name(String what) {
    blanks();
    Matcher matcher = NAME.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw at(at, at + 1, "here " + what + " should stand", "p95>20ms");
    }
    at = matcher.end();
    return matcher.group();
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private IssueException at(int start, int end, String message, String example) {
    return issue(start, end, message, "for example " + example);
  }

  private IssueException issue(int start, int end, String message, String hint) {
    int to = Math.min(Math.max(start, end), text.length());
    int from = Math.min(start, to);
    return new IssueException(
        List.of(Issue.error(CODE, source.span(from, to), message).withHint(hint)));
  }
}
