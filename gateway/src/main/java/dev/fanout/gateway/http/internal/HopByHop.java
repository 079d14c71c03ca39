package dev.fanout.gateway.http.internal;

/** Header fields that concern one connection only (RFC 9110, 7.6.1), and their old relatives. */
public final class HopByHop {
  private HopByHop() {}

  public static boolean contains(String name) {
    return switch (name.length()) {
      case 2 -> Ascii.equalsIgnoreCase(name, "TE");
      case 7 -> Ascii.equalsIgnoreCase(name, "Trailer") || Ascii.equalsIgnoreCase(name, "Upgrade");
      case 10 ->
          Ascii.equalsIgnoreCase(name, "Connection") || Ascii.equalsIgnoreCase(name, "Keep-Alive");
      case 16 -> Ascii.equalsIgnoreCase(name, "Proxy-Connection");
      case 17 -> Ascii.equalsIgnoreCase(name, "Transfer-Encoding");
      case 18 -> Ascii.equalsIgnoreCase(name, "Proxy-Authenticate");
      case 19 -> Ascii.equalsIgnoreCase(name, "Proxy-Authorization");
      default -> false;
    };
  }

  /** Whether a list such as the value of Connection or TE names {@code token}. */
  public static boolean lists(String value, String token) {
    int start = 0;
    while (start <= value.length()) {
      int comma = value.indexOf(',', start);
      int end = comma < 0 ? value.length() : comma;
      if (Ascii.equalsIgnoreCase(value.substring(start, end).trim(), token)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
