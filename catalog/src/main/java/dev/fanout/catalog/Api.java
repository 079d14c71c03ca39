package dev.fanout.catalog;

import java.util.List;
import java.util.Objects;

/**
 * One API as callers see it, and where it leads.
 *
 * @param id unique in the catalog; also the name of its folder
 * @param publicPath after the gateway's host, without slashes at the ends; may be empty
 * @param upstreamPath between the upstream's base path and the operation's path: empty, or with a
 *     leading and without a trailing slash
 * @param revisions how many revisions are deployed, 1..100; revision 1 is the current one, the
 *     others are reached as {@code ;rev=N} and lead to the same upstream
 * @param operations at least one
 */
public record Api(
    String id,
    String publicPath,
    String upstreamPath,
    VersionScheme version,
    int revisions,
    List<Operation> operations) {
  public Api {
    Objects.requireNonNull(version, "version");
    operations = List.copyOf(operations);
    checkId(id);
    checkPublicPath(publicPath);
    checkUpstreamPath(upstreamPath);
    if (revisions < 1 || revisions > 100) {
      throw new IllegalArgumentException("revisions " + revisions + " is not in 1..100");
    }
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("API '" + id + "' has no operation");
    }
  }

  /** An API with one revision. */
  public Api(
      String id,
      String publicPath,
      String upstreamPath,
      VersionScheme version,
      List<Operation> operations) {
    this(id, publicPath, upstreamPath, version, 1, operations);
  }

  /**
   * What a caller writes before the operation's path: {@code /orders/v2}, with the version if it is
   * a segment. Empty for an API at the root.
   */
  public String requestPrefix() {
    String path = publicPath.isEmpty() ? "" : "/" + publicPath;
    return version instanceof VersionScheme.Segment segment ? path + "/" + segment.value() : path;
  }

  static void checkId(String id) {
    if (!Patterns.ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "API id '" + id + "' is not 1 to 80 letters, digits, '_' or '-'");
    }
  }

  static void checkPublicPath(String path) {
    if (!UrlPaths.isRelative(path) || path.length() > 400) {
      throw new IllegalArgumentException(
          "public path '"
              + path
              + "' is not a URL path of at most 400 characters without slashes at its ends");
    }
  }

  static void checkUpstreamPath(String path) {
    if (!UrlPaths.isPrefix(path)) {
      throw new IllegalArgumentException(
          "upstream path '"
              + path
              + "' is neither empty nor a URL path with a leading and without a trailing slash");
    }
  }
}
