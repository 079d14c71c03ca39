package dev.fanout.gateway.diff;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.catalog.VersionScheme;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An operation by what callers see of it; ids are not part of that.
 *
 * @param prefix of the API, with the version if it is a segment
 * @param revision 0 for the one that answers when none is asked for
 */
public record PublicOperation(
    String method, String prefix, VersionScheme version, int revision, String urlTemplate)
    implements Comparable<PublicOperation> {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  public PublicOperation {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(urlTemplate, "urlTemplate");
  }

  static PublicOperation of(ApiArtifact api, OperationArtifact operation) {
    return new PublicOperation(
        operation.method(),
        api.requestPrefix(),
        api.version(),
        api.current() ? 0 : api.revision(),
        operation.urlTemplate());
  }

  /** Equal for operations that answer the same requests: parameters' names do not matter. */
  String key() {
    String route = PARAMETER.matcher(prefix + urlTemplate).replaceAll("{}");
    String trimmed = route.endsWith("/") ? route.substring(0, route.length() - 1) : route;
    return method + " " + trimmed.toLowerCase(Locale.ROOT) + " " + version + " " + revision;
  }

  @Override
  public int compareTo(PublicOperation other) {
    return key().compareTo(other.key());
  }

  /** {@code GET /orders/v1/items/{id}}, with the version where it is a header or a parameter. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(method).append(' ').append(prefix);
    if (revision > 0) {
      out.append(";rev=").append(revision);
    }
    out.append(urlTemplate);
    if (version instanceof VersionScheme.Header header) {
      out.append(" (").append(header.name()).append(": ").append(header.value()).append(')');
    } else if (version instanceof VersionScheme.Query query) {
      out.append(" (").append(query.name()).append('=').append(query.value()).append(')');
    }
    return out.toString();
  }
}
