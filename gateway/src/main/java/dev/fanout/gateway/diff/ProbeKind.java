package dev.fanout.gateway.diff;

/** What a probe tries. */
public enum ProbeKind {
  PLAIN("plain"),
  /** Repeated keys, an empty value, no value, {@code +} and {@code %2F}. */
  QUERY("query"),
  /** {@code %2F}, {@code +} and {@code %20} in the path's parameters. */
  ENCODED_PATH("encoded path"),
  TRAILING_SLASH("trailing slash"),
  /** Literals of the route in the other case. */
  OTHER_CASE("other case"),
  /** {@code ;rev=N} after the API's path. */
  REVISION("revision"),
  /** A request that does not name the version of an API that wants one. */
  NO_VERSION("no version");

  private final String label;

  ProbeKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
