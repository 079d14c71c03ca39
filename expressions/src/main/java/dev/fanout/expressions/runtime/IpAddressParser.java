package dev.fanout.expressions.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads IP addresses as .NET does: IPv4 with one to four parts, each decimal, octal (0…) or
 * hexadecimal (0x…); IPv6 with a double colon, an IPv4 tail, a numeric scope and brackets.
 */
final class IpAddressParser {
  private static final int LONGEST = 80;

  private IpAddressParser() {}

  static @Nullable IpAddress parseOrNull(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    return text.indexOf(':') >= 0 ? version6(text) : version4(text);
  }

  private static @Nullable IpAddress version4(String text) {
    byte[] bytes = version4Bytes(text, true);
    return bytes == null ? null : new IpAddress(bytes, 0);
  }

  /** The last part fills the bytes that are left. */
  static byte @Nullable [] version4Bytes(String text, boolean lenient) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4 || (!lenient && parts.length != 4)) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long value = number(parts[i], lenient);
      long limit = last ? 1L << 8 * (4 - i) : 256;
      if (value < 0 || value >= limit) {
        return null;
      }
      address = last ? address << 8 * (4 - i) | value : address << 8 | value;
    }
    return new byte[] {
      (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
    };
  }

  private static long number(String part, boolean lenient) {
    int radix = 10;
    String digits = part;
    if (lenient && (part.startsWith("0x") || part.startsWith("0X"))) {
      radix = 16;
      digits = part.substring(2);
    } else if (lenient && part.length() > 1 && part.startsWith("0")) {
      radix = 8;
      digits = part.substring(1);
    }
    if (digits.isEmpty() || digits.length() > 12) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) >= 128 || Character.digit(digits.charAt(i), radix) < 0) {
        return -1;
      }
    }
    return Long.parseLong(digits, radix);
  }

  private static @Nullable IpAddress version6(String text) {
    String bare = text;
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0) {
        return null;
      }
      String port = text.substring(close + 1);
      if (!port.isEmpty() && (!port.startsWith(":") || number(port.substring(1), true) < 0)) {
        return null;
      }
      bare = text.substring(1, close);
    }
    long scope = 0;
    int percent = bare.indexOf('%');
    if (percent >= 0) {
      scope = number(bare.substring(percent + 1), false);
      if (scope < 0 || scope > 0xFFFF_FFFFL) {
        return null;
      }
      bare = bare.substring(0, percent);
    }
    byte[] bytes = version6Bytes(bare);
    return bytes == null ? null : new IpAddress(bytes, scope);
  }

  /** Null for what is no IPv6 address. */
  static byte @Nullable [] version6Bytes(String text) {
    int gap = text.indexOf("::");
    List<Integer> head = new ArrayList<>();
    List<Integer> tail = new ArrayList<>();
    boolean valid;
    if (gap < 0) {
      valid = groups(text, head, true) && head.size() == 8;
    } else {
      String behind = text.substring(gap + 2);
      valid =
          (gap == 0 || groups(text.substring(0, gap), head, false))
              && (behind.isEmpty() || groups(behind, tail, true))
              && head.size() + tail.size() < 8;
    }
    if (!valid) {
      return null;
    }
    byte[] bytes = new byte[16];
    for (int i = 0; i < head.size(); i++) {
      put(bytes, i, head.get(i));
    }
    for (int i = 0; i < tail.size(); i++) {
      put(bytes, 8 - tail.size() + i, tail.get(i));
    }
    return bytes;
  }

  private static void put(byte[] bytes, int group, int value) {
    bytes[2 * group] = (byte) (value >> 8);
    bytes[2 * group + 1] = (byte) value;
  }

  private static boolean groups(String text, List<Integer> found, boolean mayEndInVersion4) {
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (mayEndInVersion4 && i == parts.length - 1 && part.indexOf('.') >= 0) {
        byte[] bytes = version4Bytes(part, false);
        if (bytes == null) {
          return false;
        }
        found.add((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF));
        found.add((bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF));
        continue;
      }
      if (part.isEmpty() || part.length() > 4 || !part.matches("[0-9a-fA-F]+")) {
        return false;
      }
      found.add(Integer.parseInt(part, 16));
    }
    return found.size() <= 8;
  }
}
