package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.ClrText;
import dev.fanout.expressions.runtime.Delegate;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.TimeSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code System.Text.RegularExpressions.Regex}. */
public final class Regex implements ClrText {
  private static final int ALL = -1;

  /** The last ones that static members made, by the hash of the pattern; a power of two. */
  private static final @Nullable Regex[] RECENT = new Regex[64];

  private static final int LONGEST_SHARED = 4096;

  private final String pattern;
  private final int options;
  private final RegexCode code;
  private final long timeoutNanos;

  private Regex(String pattern, int options, long timeoutNanos) {
    this.pattern = pattern;
    this.options = options;
    this.timeoutNanos = timeoutNanos;
    this.code = RegexCode.of(pattern, options);
  }

  private static Regex of(@Nullable String pattern, int options, long timeoutNanos) {
    if (pattern == null) {
      throw Failures.argumentNull("pattern");
    }
    Flags.check(options);
    return new Regex(pattern, options, timeoutNanos);
  }

  public static Regex create(@Nullable String pattern) {
    return of(pattern, Flags.NONE, -1);
  }

  public static Regex create(@Nullable String pattern, int options) {
    return of(pattern, options, -1);
  }

  public static Regex create(@Nullable String pattern, int options, TimeSpan matchTimeout) {
    if (pattern == null) {
      throw Failures.argumentNull("pattern");
    }
    Flags.check(options);
    return of(pattern, options, MatchBudget.nanos(matchTimeout.ticks()));
  }

  /** As {@link #create}, for those that nobody sees: they may be shared. */
  private static Regex shared(@Nullable String pattern, int options) {
    if (pattern == null) {
      throw Failures.argumentNull("pattern");
    }
    int place = pattern.hashCode() & (RECENT.length - 1);
    Regex recent = RECENT[place];
    if (recent != null && recent.options == options && recent.pattern.equals(pattern)) {
      return recent;
    }
    Regex made = of(pattern, options, -1);
    if (pattern.length() <= LONGEST_SHARED) {
      RECENT[place] = made;
    }
    return made;
  }

  GroupNames groups() {
    return code.groups();
  }

  boolean hasOption(int option) {
    return (options & option) != 0;
  }

  Replacement replacement(String text) {
    return Replacement.of(text, code.groups(), options);
  }

  @Override
  public String clrText() {
    return pattern;
  }

  @Override
  public String toString() {
    return pattern;
  }

  private Search search(@Nullable String input, int from) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    if (from < 0 || from > input.length()) {
      throw Failures.outOfRange(
          "Start index cannot be less than 0 or greater than input length.", "startat");
    }
    MatchBudget budget = timeoutNanos < 0 ? MatchBudget.unlimited() : MatchBudget.of(timeoutNanos);
    return new Search(code.program(), input, from, budget);
  }

  private int beginning(@Nullable String input) {
    return input != null && hasOption(Flags.RIGHT_TO_LEFT) ? input.length() : 0;
  }

  public boolean isMatch(@Nullable String input) {
    return isMatch(input, beginning(input));
  }

  public boolean isMatch(@Nullable String input, int startat) {
    return search(input, startat).next();
  }

  public static boolean isMatch(@Nullable String input, @Nullable String pattern) {
    return shared(pattern, Flags.NONE).isMatch(input);
  }

  public static boolean isMatch(@Nullable String input, @Nullable String pattern, int options) {
    return shared(pattern, options).isMatch(input);
  }

  public static boolean isMatch(
      @Nullable String input, @Nullable String pattern, int options, TimeSpan matchTimeout) {
    return create(pattern, options, matchTimeout).isMatch(input);
  }

  public Match match(@Nullable String input) {
    return match(input, beginning(input));
  }

  public Match match(@Nullable String input, int startat) {
    Search search = search(input, startat);
    return search.next() ? Match.of(search.matcher(), this) : Match.empty();
  }

  /** Matches within a part of the input, whose ends are then those of the input. */
  public Match match(@Nullable String input, int beginning, int length) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    if (beginning < 0 || beginning > input.length()) {
      throw Failures.outOfRange(
          "Start index cannot be less than 0 or greater than input length.", "beginning");
    }
    if (length < 0 || length > input.length() - beginning) {
      throw Failures.outOfRange("Length cannot be less than 0 or exceed input length.", "length");
    }
    Match match = match(input.substring(beginning, beginning + length));
    return beginning == 0 ? match : match.movedTo(input, beginning);
  }

  public static Match match(@Nullable String input, @Nullable String pattern) {
    return shared(pattern, Flags.NONE).match(input);
  }

  public static Match match(@Nullable String input, @Nullable String pattern, int options) {
    return shared(pattern, options).match(input);
  }

  public static Match match(
      @Nullable String input, @Nullable String pattern, int options, TimeSpan matchTimeout) {
    return create(pattern, options, matchTimeout).match(input);
  }

  public MatchCollection matches(@Nullable String input) {
    return matches(input, beginning(input));
  }

  public MatchCollection matches(@Nullable String input, int startat) {
    return new MatchCollection(search(input, startat), this);
  }

  public static MatchCollection matches(@Nullable String input, @Nullable String pattern) {
    return shared(pattern, Flags.NONE).matches(input);
  }

  public static MatchCollection matches(
      @Nullable String input, @Nullable String pattern, int options) {
    return shared(pattern, options).matches(input);
  }

  public static MatchCollection matches(
      @Nullable String input, @Nullable String pattern, int options, TimeSpan matchTimeout) {
    return create(pattern, options, matchTimeout).matches(input);
  }

  public String replace(@Nullable String input, @Nullable String replacement) {
    return replace(input, replacement, ALL);
  }

  public String replace(@Nullable String input, @Nullable String replacement, int count) {
    return replace(input, replacement, count, beginning(input));
  }

  public String replace(
      @Nullable String input, @Nullable String replacement, int count, int startat) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    if (replacement == null) {
      throw Failures.argumentNull("replacement");
    }
    Replacement parsed = replacement(replacement);
    return Replacing.replace(
        search(input, startat), (out, matcher) -> parsed.append(out, matcher), input, count);
  }

  public String replace(@Nullable String input, @Nullable Delegate evaluator) {
    return replace(input, evaluator, ALL);
  }

  public String replace(@Nullable String input, @Nullable Delegate evaluator, int count) {
    return replace(input, evaluator, count, beginning(input));
  }

  public String replace(
      @Nullable String input, @Nullable Delegate evaluator, int count, int startat) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    if (evaluator == null) {
      throw Failures.argumentNull("evaluator");
    }
    return Replacing.replace(
        search(input, startat),
        (out, matcher) -> {
          Object text = evaluator.invoke(Match.of(matcher, this));
          out.append(text == null ? "" : text);
        },
        input,
        count);
  }

  public static String replace(
      @Nullable String input, @Nullable String pattern, @Nullable String replacement) {
    return shared(pattern, Flags.NONE).replace(input, replacement);
  }

  public static String replace(
      @Nullable String input, @Nullable String pattern, @Nullable String replacement, int options) {
    return shared(pattern, options).replace(input, replacement);
  }

  public static String replace(
      @Nullable String input,
      @Nullable String pattern,
      @Nullable String replacement,
      int options,
      TimeSpan matchTimeout) {
    return create(pattern, options, matchTimeout).replace(input, replacement);
  }

  public static String replace(
      @Nullable String input, @Nullable String pattern, @Nullable Delegate evaluator) {
    return shared(pattern, Flags.NONE).replace(input, evaluator);
  }

  public static String replace(
      @Nullable String input, @Nullable String pattern, @Nullable Delegate evaluator, int options) {
    return shared(pattern, options).replace(input, evaluator);
  }

  public static String replace(
      @Nullable String input,
      @Nullable String pattern,
      @Nullable Delegate evaluator,
      int options,
      TimeSpan matchTimeout) {
    return create(pattern, options, matchTimeout).replace(input, evaluator);
  }

  public String[] split(@Nullable String input) {
    return split(input, 0);
  }

  public String[] split(@Nullable String input, int count) {
    return split(input, count, beginning(input));
  }

  /** Pieces between the matches, and the groups of these; {@code count} 0 is no limit. */
  public String[] split(@Nullable String input, int count, int startat) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    if (count < 0) {
      throw Failures.outOfRange("Count cannot be less than -1.", "count");
    }
    Search search = search(input, startat);
    List<String> pieces = new ArrayList<>();
    boolean backward = hasOption(Flags.RIGHT_TO_LEFT);
    int last = backward ? input.length() : 0;
    int left = count == 0 ? Integer.MAX_VALUE : count - 1;
    while (left > 0 && search.next()) {
      left--;
      Matcher matcher = search.matcher();
      int start = matcher.start(0);
      int stop = matcher.stop(0);
      pieces.add(backward ? input.substring(stop, last) : input.substring(last, start));
      last = backward ? start : stop;
      for (int slot = 1; slot < matcher.slots(); slot++) {
        if (matcher.start(slot) >= 0) {
          pieces.add(input.substring(matcher.start(slot), matcher.stop(slot)));
        }
      }
      Fence.items(pieces.size());
    }
    pieces.add(backward ? input.substring(0, last) : input.substring(last));
    if (backward) {
      Collections.reverse(pieces);
    }
    return pieces.toArray(new String[0]);
  }

  public static String[] split(@Nullable String input, @Nullable String pattern) {
    return shared(pattern, Flags.NONE).split(input);
  }

  public static String[] split(@Nullable String input, @Nullable String pattern, int options) {
    return shared(pattern, options).split(input);
  }

  public static String[] split(
      @Nullable String input, @Nullable String pattern, int options, TimeSpan matchTimeout) {
    return create(pattern, options, matchTimeout).split(input);
  }

  /** The text with its escapes as the characters that they stand for. */
  public static String unescape(@Nullable String str) {
    if (str == null) {
      throw Failures.argumentNull("str");
    }
    StringBuilder out = new StringBuilder();
    PatternCursor cursor = new PatternCursor(str, Flags.NONE);
    while (!cursor.atEnd()) {
      char c = str.charAt(cursor.at++);
      if (c == '\\') {
        if (cursor.atEnd()) {
          throw cursor.failure("Illegal \\ at end of pattern.");
        }
        c = cursor.readEscape();
      }
      out.append(c);
    }
    return out.toString();
  }
}
