package dev.fanout.expressions.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code System.Net.IPAddress}: 4 or 16 bytes, and the scope of an IPv6 address. */
public final class IpAddress {
  private final byte[] bytes;
  private final long scope;

  IpAddress(byte[] bytes, long scope) {
    this.bytes = bytes;
    this.scope = scope;
  }

  public static IpAddress parse(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("ipString");
    }
    IpAddress address = IpAddressParser.parseOrNull(text);
    if (address == null) {
      throw Failures.format("An invalid IP address was specified.");
    }
    return address;
  }

  public static boolean tryParse(@Nullable String text, Ref result) {
    IpAddress address = text == null ? null : IpAddressParser.parseOrNull(text);
    result.value = address;
    return address != null;
  }

  public static boolean isLoopback(@Nullable IpAddress address) {
    if (address == null) {
      throw Failures.argumentNull("address");
    }
    byte[] bytes = address.bytes;
    if (bytes.length == 4) {
      return bytes[0] == 127;
    }
    byte[] loopback = new byte[16];
    loopback[15] = 1;
    boolean mapped =
        Arrays.equals(bytes, 0, 10, new byte[10], 0, 10) && bytes[10] == -1 && bytes[11] == -1;
    return Arrays.equals(bytes, loopback) || (mapped && bytes[12] == 127);
  }

  /** A value of AddressFamily: InterNetwork or InterNetworkV6. */
  public int addressFamily() {
    return bytes.length == 4 ? 2 : 23;
  }

  public byte[] getAddressBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that
        && Arrays.equals(bytes, that.bytes)
        && scope == that.scope;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    if (bytes.length == 4) {
      return dotted(0);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF);
    }
    return text(groups) + (scope == 0 ? "" : "%" + scope);
  }

  private String dotted(int from) {
    return (bytes[from] & 0xFF)
        + "."
        + (bytes[from + 1] & 0xFF)
        + "."
        + (bytes[from + 2] & 0xFF)
        + "."
        + (bytes[from + 3] & 0xFF);
  }

  /** The longest run of at least two zero groups becomes a double colon. */
  private String text(int[] groups) {
    boolean embedded = isEmbedded(groups);
    int count = embedded ? 6 : 8;
    int start = -1;
    int length = 1;
    for (int i = 0; i < count; i++) {
      int end = i;
      while (end < count && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
        continue;
      }
      if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    if (embedded) {
      if (text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(dotted(12));
    }
    return text.toString();
  }

  /** Mapped, compatible, translated and ISATAP addresses end in an IPv4 address. */
  private static boolean isEmbedded(int[] groups) {
    if (groups[0] == 0 && groups[1] == 0 && groups[2] == 0 && groups[3] == 0 && groups[6] != 0) {
      if (groups[4] == 0 && (groups[5] == 0 || groups[5] == 0xFFFF)) {
        return true;
      }
      if (groups[4] == 0xFFFF && groups[5] == 0) {
        return true;
      }
    }
    return groups[4] == 0 && groups[5] == 0x5EFE;
  }
}
