package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Chars;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Strings;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters whose input is a text. Null stays null. */
final class TextFilters {
  private static final int TRUNCATED_LENGTH = 50;
  private static final int TRUNCATED_WORDS = 15;

  private TextFilters() {}

  static void addTo(Map<String, Filter> filters) {
    filters.put("Downcase", onText(Strings::toLower));
    filters.put("Upcase", onText(Strings::toUpper));
    filters.put("Capitalize", onText(TextFilters::capitalize));
    filters.put("Strip", onText(Strings::trim));
    filters.put("Lstrip", onText(text -> text.substring(blanks(text))));
    filters.put("Rstrip", onText(text -> Strings.trim("x" + text).substring(1)));
    filters.put("Truncate", TextFilters::truncate);
    filters.put("TruncateWords", TextFilters::truncateWords);
    filters.put("Truncatewords", TextFilters::truncateWords);
    filters.put("Slice", TextFilters::slice);
    filters.put("Append", (input, with) -> joined(Values.text(input), with.text(0, "")));
    filters.put("Prepend", (input, with) -> joined(with.text(0, ""), Values.text(input)));
    filters.put(
        "Replace", (input, with) -> replace(input, with.text(0, ""), with.text(1, ""), true));
    filters.put(
        "ReplaceFirst", (input, with) -> replace(input, with.text(0, ""), with.text(1, ""), false));
    filters.put("Remove", (input, with) -> replace(input, with.text(0, ""), "", true));
    filters.put("RemoveFirst", (input, with) -> replace(input, with.text(0, ""), "", false));
    filters.put("Split", TextFilters::split);
    filters.put("Default", TextFilters::orDefault);
  }

  static Filter onText(UnaryOperator<String> change) {
    return (input, arguments) -> input == null ? null : change.apply(Values.text(input));
  }

  /** Every word with a capital; words in capitals stay (TextInfo.ToTitleCase). */
  private static String capitalize(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isOfWord(text, end)) {
        end++;
      }
      if (end == at) {
        out.append(text.charAt(at++));
        continue;
      }
      String word = text.substring(at, end);
      boolean capitals = word.equals(Strings.toUpper(word));
      out.append(Chars.toUpper(word.charAt(0)));
      out.append(capitals ? word.substring(1) : Strings.toLower(word.substring(1)));
      at = end;
    }
    return out.toString();
  }

  /** Letters, and an apostrophe or a digit behind one. */
  private static boolean isOfWord(String text, int at) {
    char c = text.charAt(at);
    return Chars.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (at > 0 && (c == '\'' || Chars.isDigit(c) || c == '_') && isOfWord(text, at - 1));
  }

  private static int blanks(String text) {
    int at = 0;
    while (at < text.length() && Chars.isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static @Nullable Object truncate(@Nullable Object input, Arguments arguments) {
    String text = Values.text(input);
    if (text.isEmpty()) {
      return input;
    }
    int length = arguments.number(0, TRUNCATED_LENGTH);
    String end = arguments.text(1, "...");
    return text.length() > length
        ? text.substring(0, Math.max(0, length - end.length())) + end
        : text;
  }

  private static @Nullable Object truncateWords(@Nullable Object input, Arguments arguments) {
    String text = Values.text(input);
    if (text.isEmpty()) {
      return input;
    }
    List<String> words = List.of(text.split(" ", -1));
    int most = Math.max(0, arguments.number(0, TRUNCATED_WORDS));
    return words.size() > most
        ? String.join(" ", words.subList(0, most)) + arguments.text(1, "...")
        : text;
  }

  private static @Nullable Object slice(@Nullable Object input, Arguments arguments) {
    long start = arguments.number(0, 0);
    long length = arguments.number(1, 1);
    if (input == null) {
      return null;
    }
    List<@Nullable Object> items = input instanceof String ? null : Values.itemsOrNull(input);
    String text = items == null ? Values.text(input) : "";
    int size = items == null ? text.length() : items.size();
    long first = start < 0 ? start + size : start;
    if (first < 0) {
      length += first;
      first = 0;
    }
    int from = (int) Math.min(first, size);
    int to = (int) Math.max(from, Math.min(first + length, size));
    return items == null ? text.substring(from, to) : List.copyOf(items.subList(from, to));
  }

  private static String joined(String first, String second) {
    Fence.characters((long) first.length() + second.length());
    return first + second;
  }

  private static @Nullable Object replace(
      @Nullable Object input, String what, String by, boolean all) {
    String text = Values.text(input);
    if (text.isEmpty() || what.isEmpty()) {
      return input;
    }
    int at = text.indexOf(what);
    StringBuilder out = new StringBuilder();
    int last = 0;
    while (at >= 0) {
      out.append(text, last, at).append(by);
      Fence.characters(out.length());
      last = at + what.length();
      at = all ? text.indexOf(what, last) : -1;
    }
    return out.append(text, last, text.length()).toString();
  }

  private static @Nullable Object split(@Nullable Object input, Arguments arguments) {
    String text = Values.text(input);
    String by = arguments.text(0, "");
    if (text.isEmpty()) {
      return input == null ? null : List.of(text);
    }
    if (by.isEmpty()) {
      return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
    }
    return java.util.Arrays.stream(text.split(java.util.regex.Pattern.quote(by), -1))
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  private static @Nullable Object orDefault(@Nullable Object input, Arguments arguments) {
    List<@Nullable Object> items = Values.itemsOrNull(input);
    boolean missing =
        !Values.isTrue(input)
            || (input instanceof String text && text.isBlank())
            || (items != null && items.isEmpty());
    return missing ? arguments.value(0) : input;
  }
}
