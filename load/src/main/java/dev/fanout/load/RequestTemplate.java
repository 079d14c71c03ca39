package dev.fanout.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One operation of one API as the runner sends it.
 *
 * @param apiId the group that per-API histograms are kept for
 * @param target the request target, sent as it stands; each {@code {id}} is replaced by the drawn
 *     number, each {@code {column}} by the value of a {@link Parameters} table, percent-encoded
 * @param headers in order, with holes for values as they stand; Host, Content-Length and Connection
 *     are the runner's own
 * @param body sent with Content-Length when not empty, with holes for values as they stand
 * @param statuses which status codes are right
 */
public record RequestTemplate(
    String apiId,
    String operationId,
    String method,
    String target,
    List<Map.Entry<String, String>> headers,
    String body,
    Set<Integer> statuses,
    BodyCheck check) {

  public RequestTemplate {
    Objects.requireNonNull(apiId, "apiId");
    Objects.requireNonNull(operationId, "operationId");
    Objects.requireNonNull(check, "check");
    if (!method.matches("[A-Z]{1,20}")) {
      throw new IllegalArgumentException("method '" + method + "' is not 1 to 20 capital letters");
    }
    if (!target.startsWith("/") || !target.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "target '" + target + "' does not start with / or has characters outside visible ASCII");
    }
    headers = List.copyOf(headers);
    for (Map.Entry<String, String> header : headers) {
      checkHeader(header.getKey(), header.getValue());
    }
    if (body.getBytes(StandardCharsets.UTF_8).length > 1 << 20) {
      throw new IllegalArgumentException("request body is larger than 1 MiB");
    }
    statuses = Set.copyOf(statuses);
    if (statuses.isEmpty() || !statuses.stream().allMatch(s -> s >= 200 && s <= 599)) {
      throw new IllegalArgumentException(
          "statuses " + statuses + " are not one or more of 200..599");
    }
  }

  /** A GET that must be answered with 200. */
  public static RequestTemplate get(
      String apiId, String operationId, String target, BodyCheck check) {
    return new RequestTemplate(
        apiId, operationId, "GET", target, List.of(), "", Set.of(200), check);
  }

  /** Names of headers only, and no body: a value may be a credential. */
  @Override
  public String toString() {
    return "RequestTemplate["
        + apiId
        + " "
        + operationId
        + ": "
        + method
        + " "
        + target.replaceAll("=[^&{}]+", "=…")
        + ", headers="
        + headers.stream().map(Map.Entry::getKey).toList()
        + ", "
        + statuses
        + ", "
        + check
        + "]";
  }

  private static void checkHeader(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException("header name '" + name + "' is not a token");
    }
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
      throw new IllegalArgumentException("value of header " + name + " is not visible ASCII");
    }
    if (name.equalsIgnoreCase("Host")
        || name.equalsIgnoreCase("Content-Length")
        || name.equalsIgnoreCase("Connection")
        || name.equalsIgnoreCase("Transfer-Encoding")) {
      throw new IllegalArgumentException("header " + name + " is set by the runner");
    }
  }
}
