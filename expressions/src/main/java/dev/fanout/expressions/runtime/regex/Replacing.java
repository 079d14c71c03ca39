package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayList;
import java.util.List;

/** Puts something else in the place of matches. */
final class Replacing {
  /** Writes what stands in the place of the match that was found last. */
  interface Writer {
    void write(StringBuilder out, Matcher matcher);
  }

  private Replacing() {}

  /**
   * @param count how many matches to replace at most; -1 for all
   */
  static String replace(Search search, Writer writer, String input, int count) {
    if (count < -1) {
      throw Failures.outOfRange("Count cannot be less than -1.", "count");
    }
    if (count == 0 || !search.next()) {
      return input;
    }
    return search.matcher().isBackward()
        ? backward(search, writer, input, count)
        : forward(search, writer, input, count);
  }

  private static String forward(Search search, Writer writer, String input, int count) {
    StringBuilder out = new StringBuilder(input.length() + 16);
    Matcher matcher = search.matcher();
    int last = 0;
    int left = count;
    do {
      out.append(input, last, matcher.start(0));
      writer.write(out, matcher);
      Fence.characters(out.length());
      last = matcher.stop(0);
    } while (--left != 0 && search.next());
    String replaced = out.append(input, last, input.length()).toString();
    Fence.characters(replaced.length());
    return replaced;
  }

  private static String backward(Search search, Writer writer, String input, int count) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = search.matcher();
    int last = input.length();
    int left = count;
    long length = 0;
    do {
      StringBuilder out = new StringBuilder();
      writer.write(out, matcher);
      pieces.add(input.substring(matcher.stop(0), last));
      pieces.add(out.toString());
      length += out.length();
      Fence.characters(length);
      last = matcher.start(0);
    } while (--left != 0 && search.next());
    StringBuilder all = new StringBuilder(input.substring(0, last));
    for (int i = pieces.size() - 1; i >= 0; i--) {
      all.append(pieces.get(i));
    }
    return all.toString();
  }
}
