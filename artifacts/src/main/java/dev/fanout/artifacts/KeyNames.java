package dev.fanout.artifacts;

import java.util.Objects;

/** Where callers of an API put their subscription key. */
public record KeyNames(String header, String query) {
  public static final KeyNames STANDARD =
      new KeyNames("Ocp-Apim-Subscription-Key", "subscription-key");

  public KeyNames {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(query, "query");
  }
}
