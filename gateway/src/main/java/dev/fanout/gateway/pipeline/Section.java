package dev.fanout.gateway.pipeline;

/** The four sections of a policy document, in the order in which a request meets them. */
public enum Section {
  INBOUND("inbound"),
  BACKEND("backend"),
  OUTBOUND("outbound"),
  ON_ERROR("on-error");

  private final String id;

  Section(String id) {
    this.id = id;
  }

  /** The name of the element. */
  public String id() {
    return id;
  }

  /** Whether set-header, set-body and the like change the response here, not the request. */
  public boolean editsResponse() {
    return this == OUTBOUND || this == ON_ERROR;
  }
}
