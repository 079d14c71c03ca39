package dev.fanout.gateway.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as it would have gone upstream.
 *
 * @param url scheme, authority, path and query; may hold secrets, see {@link #shownUrl}
 * @param host the Host field
 * @param headers end-to-end headers in order, without Host; credentials of the entity are among
 *     them with their values
 * @param entityId the Backend entity, if one was chosen
 * @param credentials names of what the entity added, never values: {@code header x-key}
 * @param secrets what {@link #shownUrl} and {@link #shown} leave out
 */
public record TracedCall(
    String method,
    String url,
    String host,
    List<Map.Entry<String, String>> headers,
    int bodyBytes,
    Optional<String> entityId,
    List<String> credentials,
    Duration timeout,
    Secrets secrets) {
  public TracedCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(entityId, "entityId");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(secrets, "secrets");
    headers = List.copyOf(headers);
    credentials = List.copyOf(credentials);
  }

  /**
   * The URL for people: values of the entity's query credentials, of parameters whose names say
   * that they are credentials, and of secret named values are replaced by {@code (secret)}.
   */
  public String shownUrl() {
    int mark = url.indexOf('?');
    if (mark < 0) {
      return secrets.hide(url);
    }
    List<String> parameters = new ArrayList<>();
    for (String parameter : url.substring(mark + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      parameters.add(
          equals >= 0 && isSecret("query", decoded(name))
              ? name + "=" + Secrets.HIDDEN
              : parameter);
    }
    return secrets.hide(url.substring(0, mark + 1) + String.join("&", parameters));
  }

  /** A header's value for people, or {@code (secret)}. */
  public String shown(String header, String value) {
    return isSecret("header", header) ? Secrets.HIDDEN : secrets.hide(value);
  }

  private boolean isSecret(String kind, String name) {
    String credential = kind + " " + name;
    return Secrets.isCredential(name)
        || credentials.stream().anyMatch(credential::equalsIgnoreCase);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // not percent-encoded text: its bytes are its name
    }
  }

  /** Method and {@link #shownUrl}; no headers. */
  @Override
  public String toString() {
    return method + " " + shownUrl();
  }
}
