package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and resolves URIs as {@code System.Uri} does (RFC 3986, with .NET's canonical form). */
final class UriParser {
  private static final int LONGEST = 1 << 16;
  private static final Map<String, Integer> PORTS =
      Map.of(
          "http", 80, "https", 443, "ftp", 21, "ws", 80, "wss", 443, "gopher", 70, "nntp", 119,
          "ldap", 389, "telnet", 23, "net.tcp", 808);

  private UriParser() {}

  /** -1 for a scheme without one. */
  static int defaultPort(String scheme) {
    return PORTS.getOrDefault(scheme, -1);
  }

  /** An absolute URI; anything else is a UriFormatException. */
  static UriParts parse(String given) {
    String text = Strings.trim(given);
    if (text.isEmpty()) {
      throw invalid("The URI is empty.");
    }
    if (text.length() > LONGEST) {
      throw invalid("The Uri string is too long.");
    }
    Fence.steps(text.length() / 8);
    int colon = schemeEnd(text);
    if (colon <= 0) {
      throw invalid("The format of the URI could not be determined.");
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean known = PORTS.containsKey(scheme) || scheme.equals("file");
    String rest = text.substring(colon + 1);
    int cut = firstOf(rest, "?#", 0);
    String front = known ? rest.substring(0, cut).replace('\\', '/') : rest.substring(0, cut);
    String behind = rest.substring(cut);
    if (front.startsWith("//")) {
      return withAuthority(scheme, front.substring(2), behind);
    }
    if (known) {
      throw invalid(
          scheme.equals("file")
              ? "The hostname could not be parsed."
              : "The Authority/Host could not be parsed.");
    }
    String[] ends = ends(behind);
    return new UriParts(scheme, false, "", "", -1, UriText.canonical(front), ends[0], ends[1]);
  }

  private static UriParts withAuthority(String scheme, String front, String behind) {
    int slash = front.indexOf('/');
    String authority = slash < 0 ? front : front.substring(0, slash);
    String path = slash < 0 ? "/" : front.substring(slash);
    int at = authority.lastIndexOf('@');
    String userInfo = at < 0 ? "" : authority.substring(0, at);
    String hostAndPort = authority.substring(at + 1);
    int bracket = hostAndPort.lastIndexOf(']');
    int colon = hostAndPort.indexOf(':', Math.max(0, bracket));
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    int port = colon < 0 ? -1 : port(hostAndPort.substring(colon + 1));
    if (host.isEmpty() && PORTS.containsKey(scheme)) {
      throw invalid("The hostname could not be parsed.");
    }
    String[] ends = ends(behind);
    return new UriParts(
        scheme,
        true,
        UriText.canonical(userInfo),
        host(host),
        port < 0 ? defaultPort(scheme) : port,
        withoutDots(UriText.canonical(path)),
        ends[0],
        ends[1]);
  }

  private static String[] ends(String behind) {
    int number = behind.indexOf('#');
    String query = number < 0 ? behind : behind.substring(0, number);
    String fragment = number < 0 ? "" : behind.substring(number);
    return new String[] {
      query.isEmpty() ? "" : "?" + UriText.canonical(query.substring(1)),
      fragment.isEmpty() ? "" : "#" + UriText.canonical(fragment.substring(1))
    };
  }

  private static int port(String digits) {
    if (digits.isEmpty()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      value = c < '0' || c > '9' ? 99_999 : Math.min(99_999, value * 10 + c - '0');
    }
    if (value > 65_535) {
      throw invalid("Invalid port specified.");
    }
    return value;
  }

  private static String host(String host) {
    if (host.startsWith("[")) {
      IpAddress address = host.endsWith("]") ? IpAddressParser.parseOrNull(host) : null;
      if (address == null) {
        throw invalid("The hostname could not be parsed.");
      }
      return "[" + address + "]";
    }
    String lower = Strings.toLower(UriText.unescape(host));
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean valid = c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c) || c >= 128;
      if (!valid) {
        throw invalid("The hostname could not be parsed.");
      }
    }
    if (lower.startsWith(".") || lower.contains("..")) {
      throw invalid("The hostname could not be parsed.");
    }
    boolean numeric = !lower.isEmpty() && Character.isDigit(lower.charAt(0));
    byte[] bytes = numeric ? IpAddressParser.version4Bytes(lower, true) : null;
    return bytes == null ? lower : new IpAddress(bytes, 0).toString();
  }

  /** The place of the colon behind a scheme; -1 without one. */
  static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        return i > 1 ? i : -1;
      }
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  /** RFC 3986, 5.2.2. */
  static String resolve(UriParts base, String given) {
    String reference = Strings.trim(given);
    int colon = schemeEnd(reference);
    if (colon > 0) {
      return reference;
    }
    int cut = firstOf(reference, "?#", 0);
    String path = reference.substring(0, cut).replace('\\', '/');
    String behind = reference.substring(cut);
    if (path.startsWith("//")) {
      return base.scheme() + ":" + path + behind;
    }
    String start = base.start();
    if (path.isEmpty()) {
      String kept = base.path() + (behind.startsWith("?") ? "" : base.query());
      return start + kept + behind;
    }
    if (path.startsWith("/")) {
      return start + path + behind;
    }
    String folder = base.path().substring(0, base.path().lastIndexOf('/') + 1);
    return start + folder + path + behind;
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String segment = segments[i];
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.add(segment);
        continue;
      }
      if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static int firstOf(String text, String any, int from) {
    for (int i = from; i < text.length(); i++) {
      if (any.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static ExpressionFailure invalid(@Nullable String reason) {
    return new ExpressionFailure("System.UriFormatException", "Invalid URI: " + reason);
  }
}
