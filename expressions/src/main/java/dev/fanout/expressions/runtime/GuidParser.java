package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Guids in the formats N, D, B, P and X. */
final class GuidParser {
  private static final String HEX = "[0-9a-fA-F]";
  private static final Pattern PLAIN = Pattern.compile(HEX + "{32}");
  private static final Pattern DASHED =
      Pattern.compile(HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}");
  private static final Pattern STRUCTURE =
      Pattern.compile(
          "\\{0[xX](H{1,8}),0[xX](H{1,4}),0[xX](H{1,4}),\\{(0[xX]H{1,2}(?:,0[xX]H{1,2}){7})\\}\\}"
              .replace("H", HEX));

  private GuidParser() {}

  static UUID parse(String text) {
    String trimmed = Strings.trim(text);
    UUID guid = parseOrNull(trimmed);
    if (guid == null) {
      throw failure(trimmed);
    }
    return guid;
  }

  private static ExpressionFailure failure(String text) {
    return Failures.format(
        text.length() == 36 && text.indexOf('-') >= 0
            ? "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)."
            : "Unrecognized Guid format.");
  }

  static UUID parseExact(String text, String format) {
    if (format.length() != 1 || "NDBPXndbpx".indexOf(format.charAt(0)) < 0) {
      throw Failures.format(
          "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\""
              + " or \"x\".");
    }
    UUID guid = parseExactOrNull(Strings.trim(text), format.charAt(0));
    if (guid == null) {
      throw failure(Strings.trim(text));
    }
    return guid;
  }

  /** Null for what is no Guid. */
  static @Nullable UUID parseOrNull(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if (first == '(') {
      return parseExactOrNull(text, 'P');
    }
    if (first == '{') {
      return parseExactOrNull(text, text.indexOf('-') >= 0 ? 'B' : 'X');
    }
    return parseExactOrNull(text, text.indexOf('-') >= 0 ? 'D' : 'N');
  }

  static @Nullable UUID parseExactOrNull(String text, char format) {
    if (text.length() > 128) {
      return null;
    }
    return switch (Character.toUpperCase(format)) {
      case 'N' -> PLAIN.matcher(text).matches() ? ofDigits(text) : null;
      case 'D' -> dashed(text);
      case 'B' -> text.startsWith("{") && text.endsWith("}") ? inner(text) : null;
      case 'P' -> text.startsWith("(") && text.endsWith(")") ? inner(text) : null;
      case 'X' -> structure(text);
      default -> null;
    };
  }

  private static @Nullable UUID inner(String text) {
    return text.length() < 2 ? null : dashed(text.substring(1, text.length() - 1));
  }

  private static @Nullable UUID dashed(String text) {
    return DASHED.matcher(text).matches() ? ofDigits(text.replace("-", "")) : null;
  }

  private static UUID ofDigits(String digits) {
    return new UUID(
        Long.parseUnsignedLong(digits.substring(0, 16), 16),
        Long.parseUnsignedLong(digits.substring(16), 16));
  }

  private static @Nullable UUID structure(String text) {
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!Chars.isWhiteSpace(text.charAt(i))) {
        bare.append(text.charAt(i));
      }
    }
    Matcher matcher = STRUCTURE.matcher(bare);
    if (!matcher.matches()) {
      return null;
    }
    long high =
        Long.parseLong(matcher.group(1), 16) << 32
            | Long.parseLong(matcher.group(2), 16) << 16
            | Long.parseLong(matcher.group(3), 16);
    long low = 0;
    for (String octet : matcher.group(4).toLowerCase(Locale.ROOT).split(",")) {
      low = low << 8 | Long.parseLong(octet.substring(2), 16);
    }
    return new UUID(high, low);
  }
}
