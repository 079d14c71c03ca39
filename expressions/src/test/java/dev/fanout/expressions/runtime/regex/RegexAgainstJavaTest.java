package dev.fanout.expressions.runtime.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where Java's expressions mean the same as .NET's, they are an oracle. */
class RegexAgainstJavaTest {
  private final Meter meter =
      Fence.begin(new ExpressionLimits(2_000_000_000L, Duration.ofMinutes(10)));

  @AfterEach
  void end() {
    Fence.end(meter);
  }

  private static final long SEED = 20_250_117;
  private static final int PATTERNS = 6_000;
  private static final int INPUTS = 6;
  private static final int[] OPTIONS = {
    Flags.NONE, Flags.IGNORE_CASE, Flags.SINGLELINE, Flags.NONE
  };

  @Test
  void finds_the_same_matches_with_the_same_groups() {
    Random random = new Random(SEED);
    RandomPattern patterns = new RandomPattern(random);
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < PATTERNS; i++) {
      String pattern = patterns.next();
      int options = OPTIONS[random.nextInt(OPTIONS.length)];
      Pattern java = Pattern.compile(pattern, flags(options));
      Regex ours = Regex.create(pattern, options);
      for (int j = 0; j < INPUTS; j++) {
        String input = input(random);
        List<int[]> expected = matches(java, input);
        List<int[]> given = matches(ours, input);
        found += expected.isEmpty() ? 0 : 1;
        if (!alike(given, expected)) {
          wrong.add(
              pattern
                  + " "
                  + options
                  + " on '"
                  + input
                  + "': "
                  + text(given)
                  + " not "
                  + text(expected));
        }
      }
    }

    assertThat(wrong).as("seed %s", SEED).isEmpty();
    assertThat(found).isGreaterThan(PATTERNS);
  }

  private static int flags(int options) {
    return Pattern.UNIX_LINES
        | (options == Flags.IGNORE_CASE ? Pattern.CASE_INSENSITIVE : 0)
        | (options == Flags.SINGLELINE ? Pattern.DOTALL : 0);
  }

  private static String input(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append("aaabbbcccAB1 \n".charAt(random.nextInt(14)));
    }
    return text.toString();
  }

  /**
   * Java keeps what a group captured on a way that failed later; a group that has nothing with us
   * is therefore not compared.
   */
  private static boolean alike(List<int[]> given, List<int[]> expected) {
    if (given.size() != expected.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      int[] ours = given.get(i);
      for (int j = 0; j < ours.length; j++) {
        if (ours[j] != expected.get(i)[j] && ours[j] != -1) {
          return false;
        }
      }
    }
    return true;
  }

  private static String text(List<int[]> matches) {
    return matches.stream().map(Arrays::toString).toList().toString();
  }

  private static List<int[]> matches(Pattern pattern, String input) {
    List<int[]> all = new ArrayList<>();
    Matcher matcher = pattern.matcher(input);
    while (matcher.find()) {
      int[] groups = new int[2 * (matcher.groupCount() + 1)];
      for (int group = 0; group <= matcher.groupCount(); group++) {
        groups[2 * group] = matcher.start(group);
        groups[2 * group + 1] = matcher.end(group);
      }
      all.add(groups);
    }
    return all;
  }

  private static List<int[]> matches(Regex regex, String input) {
    List<int[]> all = new ArrayList<>();
    for (Match match : regex.matches(input)) {
      int[] groups = new int[2 * match.slots()];
      for (int group = 0; group < match.slots(); group++) {
        groups[2 * group] = match.start(group);
        groups[2 * group + 1] = match.stop(group);
      }
      all.add(groups);
    }
    return all;
  }
}
