package dev.fanout.artifacts.lint;

import dev.fanout.policies.lint.RuleDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example of a rule, written to a folder and linted. */
final class LintExample {
  private static final String HEADER = "=== ";
  private static final String ONLY_FILE = "policy.xml";
  private static final Pattern REPEATED = Pattern.compile("⟦([0-9,]+) × \"(.*?)\"⟧");

  private final Map<String, String> files = new LinkedHashMap<>();
  private final RuleDescription rule;
  private String mark = "nowhere";

  private LintExample(RuleDescription rule, String text) {
    this.rule = rule;
    String name = ONLY_FILE;
    StringBuilder content = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(HEADER)) {
        put(name, content.toString());
        name = line.substring(HEADER.length());
        content.setLength(0);
      } else {
        content.append(line).append('\n');
      }
    }
    put(name, content.toString());
  }

  static LintExample of(RuleDescription rule, String text) {
    return new LintExample(rule, text);
  }

  /** {@code file:line:column} of what is marked; {@code nowhere} without a mark. */
  String mark() {
    return mark;
  }

  /** The example without marks. */
  String text() {
    StringBuilder out = new StringBuilder();
    files.forEach(
        (name, text) -> {
          if (files.size() > 1 || !name.equals(ONLY_FILE)) {
            out.append("<!-- ").append(name).append(" -->\n");
          }
          out.append(text);
        });
    return out.toString();
  }

  /** Findings whose files are named as in the example. */
  List<Finding> lint(Path folder) {
    files.forEach((name, text) -> write(folder.resolve(name), text));
    String only = files.keySet().iterator().next();
    boolean document = files.size() == 1 && only.endsWith(".xml");
    LintReport report =
        Linter.lint(
            List.of(document ? folder.resolve(only) : folder),
            new LintOptions(rule.tier(), List.of()));
    return report.findings();
  }

  /** Those of the rule; another one may need many of others. */
  List<Finding> lintForThisRule(Path folder) {
    return lint(folder).stream().filter(f -> f.issue().code().equals(rule.code())).toList();
  }

  private void put(String name, String text) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return;
    }
    String written = written(plain);
    int at = written.indexOf('«');
    if (at >= 0) {
      String before = written.substring(0, at);
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      mark = name + ":" + line + ":" + (at - before.lastIndexOf('\n'));
    }
    files.put(name, plain.replace("«", "").replace("»", "") + "\n");
  }

  /** What a text in the notation of {@link RuleDescription} stands for. */
  private static String written(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2).repeat(Integer.parseInt(found.group(1).replace(",", "")))))
        .replace('␁', '\u0001');
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      byte[] bytes = written(text).getBytes(StandardCharsets.UTF_8);
      if (text.indexOf('\uFFFD') >= 0) {
        bytes = text.replace('\uFFFD', 'é').getBytes(StandardCharsets.ISO_8859_1);
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> places(List<Finding> findings, Path folder) {
    List<String> places = new ArrayList<>();
    for (Finding finding : findings) {
      String place = finding.issue().location().map(Object::toString).orElse("nowhere");
      places.add(place.replace(folder + "/", "") + " " + finding.issue().code());
    }
    return places;
  }
}
