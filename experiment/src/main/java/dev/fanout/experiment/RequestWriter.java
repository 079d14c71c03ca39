package dev.fanout.experiment;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.catalog.UrlTemplate;
import dev.fanout.catalog.VersionScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the request that calls an operation, as a client of the gateway would: every parameter is
 * {@value #NUMBER}, for which the load runner draws a number.
 */
public final class RequestWriter {
  static final String NUMBER = "{id}";

  private RequestWriter() {}

  /** Path and query, with {@value #NUMBER} for every parameter. */
  public static String target(ApiArtifact api, OperationArtifact operation) {
    UrlTemplate template = UrlTemplate.parse(operation.urlTemplate());
    StringBuilder path = new StringBuilder(api.requestPrefix());
    for (UrlTemplate.Segment segment : template.segments()) {
      path.append('/').append(segment.isParameter() ? NUMBER : encoded(segment.text()));
    }
    if (template.wildcard()) {
      path.append('/').append(NUMBER);
    }
    if (path.isEmpty() || (template.segments().isEmpty() && !template.wildcard())) {
      path.append('/');
    }
    List<String> query = new ArrayList<>();
    if (api.version() instanceof VersionScheme.Query version) {
      query.add(version.name() + "=" + version.value());
    }
    for (UrlTemplate.QueryParameter parameter : template.query()) {
      String key = encoded(parameter.key());
      query.add(
          parameter
              .literal()
              .map(literal -> key + "=" + encoded(literal))
              .orElse(parameter.parameter().isPresent() ? key + "=" + NUMBER : key));
    }
    return query.isEmpty() ? path.toString() : path + "?" + String.join("&", query);
  }

  /** The headers without which the operation is not found. */
  public static List<Map.Entry<String, String>> headers(ApiArtifact api) {
    return api.version() instanceof VersionScheme.Header version
        ? List.of(Map.entry(version.name(), version.value()))
        : List.of();
  }

  /** Visible ASCII stays; what cannot stand in a request line is percent-encoded. */
  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c > ' ' && c < 0x7f && "\"#<>?`{}".indexOf(c) < 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
