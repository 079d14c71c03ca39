package dev.fanout.load.run;

import dev.fanout.load.RequestMix;
import dev.fanout.load.TlsOptions;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where load goes, and which.
 *
 * @param base {@code http} or {@code https}, host, and a port if it is not the scheme's; a path
 *     belongs into the templates of the mix
 * @param tls how to trust an {@code https} target
 * @param processes name → process id: whose CPU time is read over each window
 */
public record LoadTarget(
    String name, URI base, RequestMix mix, TlsOptions tls, Map<String, Long> processes) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  public LoadTarget {
    LoadPlan.checkName("target", name);
    Objects.requireNonNull(mix, "mix");
    Objects.requireNonNull(tls, "tls");
    processes = Map.copyOf(processes);
    String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
    boolean bare =
        (base.getRawPath() == null || base.getRawPath().matches("/?"))
            && base.getRawQuery() == null
            && base.getRawUserInfo() == null
            && base.getRawFragment() == null;
    if (!scheme.matches("https?") || base.getHost() == null || !bare) {
      throw new IllegalArgumentException(
          "target " + name + " is not http(s)://host[:port], without a path");
    }
  }

  public boolean secure() {
    return base.getScheme().equalsIgnoreCase("https");
  }

  /** Without the brackets of an IPv6 address. */
  public String host() {
    return base.getHost().replaceAll("^\\[|]$", "");
  }

  public int port() {
    return base.getPort() >= 0 ? base.getPort() : secure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** As the Host header has it: the port only where it is not the scheme's. */
  public String hostHeader() {
    boolean usual = port() == (secure() ? HTTPS_PORT : HTTP_PORT);
    return usual ? base.getHost() : base.getHost() + ":" + port();
  }
}
