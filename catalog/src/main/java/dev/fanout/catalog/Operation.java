package dev.fanout.catalog;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A verb and a URL template of an API.
 *
 * @param id unique in its API; also the name of its folder
 * @param method upper case
 * @param urlTemplate relative to the API, with a leading slash
 */
public record Operation(String id, String method, String urlTemplate) {
  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,20}");

  public Operation {
    Objects.requireNonNull(urlTemplate, "urlTemplate");
    if (!Patterns.ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "operation id '" + id + "' is not 1 to 80 letters, digits, '_' or '-'");
    }
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("method '" + method + "' is not an upper-case HTTP verb");
    }
    if (!urlTemplate.startsWith("/")) {
      throw new IllegalArgumentException("URL template '" + urlTemplate + "' has no leading slash");
    }
    UrlTemplate.parse(urlTemplate);
  }

  public UrlTemplate template() {
    return UrlTemplate.parse(urlTemplate);
  }
}
