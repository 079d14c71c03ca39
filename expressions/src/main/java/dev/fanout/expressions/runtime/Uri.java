package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code System.Uri}: absolute ones in parts that are escaped and canonical, relative ones as they
 * were written. Immutable.
 */
public final class Uri {
  private static final String RELATIVE = "This operation is not supported for a relative URI.";

  private final String original;
  private final @Nullable UriParts parts;

  private Uri(String original, @Nullable UriParts parts) {
    this.original = original;
    this.parts = parts;
  }

  public static Uri create(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("uriString");
    }
    return new Uri(text, UriParser.parse(text));
  }

  /** {@code UriKind.RelativeOrAbsolute}, as JSON and others read URIs. */
  public static Uri relativeOrAbsolute(String text) {
    try {
      return create(text);
    } catch (ExpressionFailure e) {
      return new Uri(text, null);
    }
  }

  public static Uri create(@Nullable Uri base, @Nullable String relative) {
    if (base == null) {
      throw Failures.argumentNull("baseUri");
    }
    UriParts known = base.parts;
    if (known == null) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "baseUri");
    }
    String reference = relative == null ? "" : relative;
    String text = UriParser.resolve(known, reference);
    return new Uri(text, UriParser.parse(text));
  }

  public static Uri create(@Nullable Uri base, @Nullable Uri relative) {
    if (relative == null) {
      throw Failures.argumentNull("relativeUri");
    }
    return relative.parts != null && base != null && base.parts != null
        ? relative
        : create(base, relative.original);
  }

  public static boolean tryCreate(@Nullable Uri base, @Nullable String relative, Ref result) {
    result.value = null;
    try {
      result.value = create(base, relative);
      return true;
    } catch (ExpressionFailure e) {
      return false;
    }
  }

  public static boolean tryCreate(@Nullable Uri base, @Nullable Uri relative, Ref result) {
    return tryCreate(base, relative == null ? null : relative.original, result);
  }

  private UriParts absolute() {
    if (parts == null) {
      throw Failures.invalidOperation(RELATIVE);
    }
    return parts;
  }

  public String originalString() {
    return original;
  }

  public boolean isAbsoluteUri() {
    return parts != null;
  }

  public String absoluteUri() {
    return absolute().text();
  }

  public String scheme() {
    return absolute().scheme();
  }

  public String userInfo() {
    return absolute().userInfo();
  }

  public boolean userEscaped() {
    return false;
  }

  public String host() {
    return absolute().host();
  }

  /** A value of {@code UriHostNameType}: 1 without a host. */
  public int hostNameType() {
    String host = host();
    return host.isEmpty() ? 1 : Uris.checkHostName(host);
  }

  public String dnsSafeHost() {
    String host = host();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  public String idnHost() {
    String host = dnsSafeHost();
    try {
      return host.indexOf(':') >= 0 ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  /** -1 where the scheme has none. */
  public int port() {
    return absolute().port();
  }

  public boolean isDefaultPort() {
    return port() == UriParser.defaultPort(scheme());
  }

  /** Host and, unless it is the scheme's own, port. */
  public String authority() {
    return absolute().authority();
  }

  public String absolutePath() {
    return absolute().path();
  }

  public String localPath() {
    return UriText.unescape(absolutePath());
  }

  /** With its question mark, or empty. */
  public String query() {
    return absolute().query();
  }

  /** With its number sign, or empty. */
  public String fragment() {
    return absolute().fragment();
  }

  public String pathAndQuery() {
    return absolutePath() + query();
  }

  /** Is the text canonical as far as escapes go? */
  public boolean isWellFormedOriginalString() {
    int start = parts == null ? 0 : Math.max(0, original.indexOf(':') + 1);
    return UriText.isValid(original.substring(start));
  }

  public boolean isFile() {
    return scheme().equals("file");
  }

  public boolean isUnc() {
    return isFile() && !host().isEmpty();
  }

  public boolean isLoopback() {
    String host = host().toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.equals("loopback") || (isFile() && host.isEmpty())) {
      return true;
    }
    IpAddress address = host.isEmpty() ? null : IpAddressParser.parseOrNull(host);
    return address != null && IpAddress.isLoopback(address);
  }

  /** The path, cut behind each slash. */
  public String[] segments() {
    String path = absolutePath();
    List<String> segments = new ArrayList<>();
    int start = 0;
    while (start < path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash + 1;
      segments.add(path.substring(start, end));
      start = end;
    }
    return segments.toArray(new String[0]);
  }

  /** The part is a UriPartial: scheme, authority, path or query. */
  public String getLeftPart(int part) {
    UriParts known = absolute();
    String start = known.scheme() + (known.hasAuthority() ? "://" : ":");
    String authority =
        (known.userInfo().isEmpty() ? "" : known.userInfo() + "@") + known.authority();
    return switch (part) {
      case 0 -> start;
      case 1 -> known.hasAuthority() ? start + authority : "";
      case 2 -> start + authority + known.path();
      case 3 -> start + authority + known.path() + known.query();
      default ->
          throw Failures.argument(
              "The UriPartial value '" + part + "' is not supported for this method.", "part");
    };
  }

  public boolean isBaseOf(@Nullable Uri other) {
    if (other == null) {
      throw Failures.argumentNull("uri");
    }
    UriParts base = absolute();
    UriParts target = other.parts == null ? create(this, other).absolute() : other.parts;
    String folder = base.path().substring(0, base.path().lastIndexOf('/') + 1);
    return base.scheme().equals(target.scheme())
        && base.authority().equalsIgnoreCase(target.authority())
        && target.path().startsWith(folder);
  }

  /** What leads from here to the other; the other itself where they share no authority. */
  public Uri makeRelativeUri(@Nullable Uri other) {
    if (other == null) {
      throw Failures.argumentNull("uri");
    }
    UriParts from = absolute();
    UriParts to = other.absolute();
    boolean related =
        from.scheme().equals(to.scheme())
            && from.host().equals(to.host())
            && from.port() == to.port();
    if (!related) {
      return other;
    }
    String text = difference(from.path(), to.path()) + to.query() + to.fragment();
    return new Uri(UriText.readable(text), null);
  }

  private static String difference(String from, String to) {
    int slash = -1;
    int i = 0;
    while (i < from.length() && i < to.length() && from.charAt(i) == to.charAt(i)) {
      slash = from.charAt(i) == '/' ? i : slash;
      i++;
    }
    if (i == from.length() && i == to.length()) {
      return "";
    }
    StringBuilder up = new StringBuilder();
    for (int k = slash + 1; k < from.length(); k++) {
      up.append(from.charAt(k) == '/' ? "../" : "");
    }
    String rest = to.substring(slash + 1);
    if (up.length() == 0 && rest.isEmpty()) {
      return "./";
    }
    boolean looksAbsolute = up.length() == 0 && rest.split("/", 2)[0].indexOf(':') >= 0;
    return (looksAbsolute ? "./" : up.toString()) + rest;
  }

  public static boolean equal(@Nullable Uri a, @Nullable Uri b) {
    return a == null ? b == null : a.equals(b);
  }

  public static boolean notEqual(@Nullable Uri a, @Nullable Uri b) {
    return !equal(a, b);
  }

  /** Without user information and fragment. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Uri that)) {
      return false;
    }
    if (parts == null || that.parts == null) {
      return parts == null && that.parts == null && original.equals(that.original);
    }
    return parts.scheme().equals(that.parts.scheme())
        && parts.host().equalsIgnoreCase(that.parts.host())
        && parts.port() == that.parts.port()
        && parts.path().equals(that.parts.path())
        && parts.query().equals(that.parts.query());
  }

  @Override
  public int hashCode() {
    return parts == null ? original.hashCode() : (parts.path() + parts.query()).hashCode();
  }

  /** Readable: escapes that mean nothing of their own are undone. */
  @Override
  public String toString() {
    if (parts == null) {
      return original;
    }
    return parts.start() + UriText.readable(parts.path() + parts.query() + parts.fragment());
  }
}
