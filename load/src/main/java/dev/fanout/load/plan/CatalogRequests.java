package dev.fanout.load.plan;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Operation;
import dev.fanout.catalog.UrlTemplate;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.RequestTemplate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One request for each operation of a catalog, as a caller of the gateway would send it. */
public final class CatalogRequests {
  private static final String NUMBER = "{id}";
  private static final Set<String> METHODS_WITHOUT_LOAD = Set.of("TRACE");

  private CatalogRequests() {}

  /**
   * Every parameter of a URL template is a drawn number, and 200 is right.
   *
   * @param prefix in front of every path: empty, or with a leading and without a trailing slash
   * @param headers sent with every request
   */
  public static List<RequestTemplate> of(
      Catalog catalog, String prefix, List<Map.Entry<String, String>> headers) {
    List<RequestTemplate> requests = new ArrayList<>();
    for (Api api : catalog.apis()) {
      for (Operation operation : api.operations()) {
        if (!METHODS_WITHOUT_LOAD.contains(operation.method())) {
          requests.add(request(api, operation, prefix, headers));
        }
      }
    }
    return requests;
  }

  private static RequestTemplate request(
      Api api, Operation operation, String prefix, List<Map.Entry<String, String>> headers) {
    List<Map.Entry<String, String>> all = new ArrayList<>(headers);
    if (api.version() instanceof VersionScheme.Header version) {
      all.add(Map.entry(version.name(), version.value()));
    }
    return new RequestTemplate(
        api.id(),
        operation.id(),
        operation.method(),
        prefix + target(api, operation.template()),
        all,
        "",
        Set.of(200),
        new BodyCheck.Anything());
  }

  private static String target(Api api, UrlTemplate template) {
    StringBuilder path = new StringBuilder(api.requestPrefix());
    for (UrlTemplate.Segment segment : template.segments()) {
      path.append('/').append(segment.isParameter() ? NUMBER : encoded(segment.text()));
    }
    if (template.wildcard()) {
      path.append('/').append(NUMBER);
    }
    if (template.segments().isEmpty() && !template.wildcard()) {
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
