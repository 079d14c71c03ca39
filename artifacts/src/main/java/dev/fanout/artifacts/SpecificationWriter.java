package dev.fanout.artifacts;

import dev.fanout.catalog.Api;
import dev.fanout.catalog.Operation;
import dev.fanout.catalog.UrlTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The smallest OpenAPI document that gives APIM the operations of an API: import makes path
 * parameters and required query parameters the parameters of the URL template.
 */
final class SpecificationWriter {
  private SpecificationWriter() {}

  static byte[] write(Api api) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Operation operation : api.operations()) {
      Map<String, Object> item =
          paths.computeIfAbsent(operation.template().path(), path -> new LinkedHashMap<>());
      item.put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    return JsonText.bytes(
        JsonText.object(
            "openapi",
            "3.0.1",
            "info",
            JsonText.object("title", api.id(), "version", "1.0"),
            "paths",
            paths));
  }

  private static Map<String, Object> operation(Operation operation) {
    UrlTemplate template = operation.template();
    List<Map<String, Object>> parameters = new ArrayList<>();
    template.segments().stream()
        .filter(UrlTemplate.Segment::isParameter)
        .forEach(segment -> parameters.add(parameter(segment.text(), "path")));
    template.query().forEach(parameter -> parameters.add(parameter(parameter.key(), "query")));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("operationId", operation.id());
    map.put("summary", operation.method() + " " + template.path());
    if (!parameters.isEmpty()) {
      map.put("parameters", parameters);
    }
    map.put("responses", JsonText.object("200", JsonText.object("description", "OK")));
    return map;
  }

  private static Map<String, Object> parameter(String name, String in) {
    return JsonText.object(
        "name", name, "in", in, "required", true, "schema", JsonText.object("type", "string"));
  }
}
