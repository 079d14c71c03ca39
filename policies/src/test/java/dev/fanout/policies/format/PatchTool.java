package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies a unified diff as strictly as {@code patch --fuzz=0}. */
final class PatchTool {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");
  private static final String NO_LINE_END = "\\ No newline at end of file\n";

  private PatchTool() {}

  static String apply(String text, String diff) {
    if (diff.isEmpty()) {
      return text;
    }
    List<String> old = lines(text);
    List<String> patch = lines(diff);
    assertThat(patch.get(0)).startsWith("--- a/");
    assertThat(patch.get(1)).startsWith("+++ b/");
    List<String> result = new ArrayList<>();
    int at = 0;
    int next = 2;
    while (next < patch.size()) {
      Matcher hunk = HUNK.matcher(patch.get(next));
      assertThat(hunk.matches()).as(patch.get(next)).isTrue();
      int oldCount = number(hunk.group(2), 1);
      int newCount = number(hunk.group(4), 1);
      int start = number(hunk.group(1), 0) - (oldCount == 0 ? 0 : 1);
      assertThat(start).isGreaterThanOrEqualTo(at);
      result.addAll(old.subList(at, start));
      at = start;
      assertThat(result).hasSize(number(hunk.group(3), 0) - (newCount == 0 ? 0 : 1));
      int oldEnd = start + oldCount;
      int newEnd = result.size() + newCount;
      next++;
      boolean changes = false;
      while (next < patch.size() && !patch.get(next).startsWith("@@")) {
        String line = patch.get(next).substring(1);
        char mark = patch.get(next).charAt(0);
        next++;
        if (next < patch.size() && patch.get(next).equals(NO_LINE_END)) {
          line = line.substring(0, line.length() - 1);
          next++;
        }
        changes |= mark != ' ';
        if (mark != '+') {
          assertThat(line).isEqualTo(old.get(at++));
        }
        if (mark != '-') {
          result.add(line);
        }
      }
      assertThat(changes).isTrue();
      assertThat(at).isEqualTo(oldEnd);
      assertThat(result).hasSize(newEnd);
    }
    result.addAll(old.subList(at, old.size()));
    return String.join("", result);
  }

  private static int number(String digits, int byDefault) {
    return digits == null ? byDefault : Integer.parseInt(digits);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
