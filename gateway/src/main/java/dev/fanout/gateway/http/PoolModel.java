package dev.fanout.gateway.http;

/**
 * Which requests share upstream connections. API Management's documentation ("Limits", API
 * Management service limits: concurrent backend connections per HTTP authority; connections are
 * pooled and reused until the backend closes them) says per authority.
 */
public enum PoolModel {
  PER_AUTHORITY("per-authority"),
  PER_ENTITY("per-entity");

  private final String id;

  PoolModel(String id) {
    this.id = id;
  }

  /** As on the command line and in files. */
  public String id() {
    return id;
  }
}
