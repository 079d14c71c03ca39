package dev.fanout.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A verb and a URL template of an API.
 *
 * @param id unique in its API; also the name of its folder
 * @param method upper case
 * @param urlTemplate relative to the API, with a leading slash; a query in it is made of {@code
 *     name={name}}
 */
public record Operation(String id, String method, String urlTemplate) {
  /** What an OpenAPI document can carry to APIM. */
  private static final Set<String> METHODS =
      Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

  public Operation {
    Objects.requireNonNull(urlTemplate, "urlTemplate");
    if (!Patterns.ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "operation id '" + id + "' is not 1 to 80 letters, digits, '_' or '-'");
    }
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "method '" + method + "' is not one of " + String.join(", ", new TreeSet<>(METHODS)));
    }
    if (!urlTemplate.startsWith("/")) {
      throw new IllegalArgumentException("URL template '" + urlTemplate + "' has no leading slash");
    }
    for (UrlTemplate.QueryParameter parameter : UrlTemplate.parse(urlTemplate).query()) {
      if (!parameter.parameter().equals(Optional.of(parameter.key()))) {
        throw new IllegalArgumentException(
            "query parameter '"
                + parameter.key()
                + "' must be written as "
                + parameter.key()
                + "={"
                + parameter.key()
                + "}: an OpenAPI document, which carries it to APIM, has nothing else");
      }
    }
  }

  public UrlTemplate template() {
    return UrlTemplate.parse(urlTemplate);
  }
}
