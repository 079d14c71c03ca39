package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import java.util.Locale;
import java.util.Objects;

/**
 * Scheme, host and port of an upstream.
 *
 * @param scheme {@code http} or {@code https}, lower case
 * @param host a name or an address; IPv6 in brackets
 * @param verification ignored for http
 */
public record UpstreamAuthority(
    String scheme, String host, int port, TlsVerification verification) {
  public UpstreamAuthority {
    Objects.requireNonNull(verification, "verification");
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme '" + scheme + "' is neither http nor https");
    }
    if (host.isEmpty() || !Ascii.isAuthority(host)) {
      throw new IllegalArgumentException("'" + host + "' is not a host");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 1..65535");
    }
    host = host.toLowerCase(Locale.ROOT);
  }

  public UpstreamAuthority(String scheme, String host, int port) {
    this(scheme, host, port, TlsVerification.FULL);
  }

  public boolean isTls() {
    return scheme.equals("https");
  }

  /** The value of Host: without the port where it is the scheme's own. */
  public String hostField() {
    return port == (isTls() ? 443 : 80) ? host : host + ':' + port;
  }

  @Override
  public String toString() {
    return scheme + "://" + hostField();
  }
}
