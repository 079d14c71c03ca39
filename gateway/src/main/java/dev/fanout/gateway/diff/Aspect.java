package dev.fanout.gateway.diff;

/** In what two outcomes differ. */
public enum Aspect {
  METHOD("method"),
  URL("URL"),
  HOST("Host"),
  HEADERS("headers"),
  BODY("body"),
  CREDENTIALS("credentials"),
  TIMEOUT("timeout"),
  /** One calls the upstream, the other answers itself. */
  CALL("whether the upstream is called"),
  /** Both answer themselves, in another way. */
  ANSWER("answer");

  private final String label;

  Aspect(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
