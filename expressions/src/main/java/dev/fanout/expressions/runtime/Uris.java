package dev.fanout.expressions.runtime;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Static members of {@code System.Uri}. */
public final class Uris {
  private static final int IP_VERSION_4 = 2;
  private static final Pattern DOTTED = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
  private static final Pattern HOST_NAME =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]*)(\\.[\\p{L}\\p{N}_-]+)*\\.?");

  private Uris() {}

  public static String escapeDataString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToEscape");
    }
    return UriText.escape(text, "");
  }

  public static String unescapeDataString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToUnescape");
    }
    return UriText.unescape(text);
  }

  public static String escapeUriString(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("stringToEscape");
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && UriText.octetAt(text, end) < 0) {
        end++;
      }
      out.append(UriText.escape(text.substring(at, end), UriText.RESERVED));
      if (end < text.length()) {
        out.append(text, end, end + 3);
        end += 3;
      }
      at = end;
    }
    return out.toString();
  }

  public static boolean checkSchemeName(@Nullable String name) {
    return name != null
        && !name.isEmpty()
        && UriParser.schemeEnd("x" + name + ":") > 0
        && Chars.isAsciiLetter(name.charAt(0));
  }

  /** A value of {@code UriHostNameType}: 0 for what is no host. */
  public static int checkHostName(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return 0;
    }
    boolean isBracketed = name.startsWith("[") && name.endsWith("]");
    String address = isBracketed ? name.substring(1, name.length() - 1) : name;
    IpAddress known = IpAddressParser.parseOrNull(address);
    if (known != null && known.addressFamily() != IP_VERSION_4) {
      return 4;
    }
    if (known != null && DOTTED.matcher(name).matches()) {
      return 3;
    }
    return HOST_NAME.matcher(name).matches() ? 2 : 0;
  }

  public static boolean isHexDigit(char c) {
    return Chars.isAsciiHexDigit(c);
  }

  public static boolean isHexEncoding(@Nullable String pattern, int index) {
    return pattern != null && UriText.octetAt(pattern, index) >= 0;
  }

  public static int fromHex(char c) {
    int digit = UriText.digit(c);
    if (digit < 0) {
      throw Failures.argument("Invalid hexadecimal digit.", "digit");
    }
    return digit;
  }

  public static String hexEscape(char c) {
    if (c > 255) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "character");
    }
    return String.format(Locale.ROOT, "%%%02X", (int) c);
  }
}
