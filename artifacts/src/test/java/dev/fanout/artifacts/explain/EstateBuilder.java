package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An estate with one API {@code a}, with one operation {@code op}, put together piece by piece. */
final class EstateBuilder {
  private final Map<String, String> files = new TreeMap<>();

  EstateBuilder() {
    operation("get", "/things/{id}");
    files.put(
        "apis/a/apiInformation.json",
        "{\"properties\": {\"path\": \"a\", \"serviceUrl\": \"https://service.example/base\"}}");
  }

  EstateBuilder operation(String method, String template) {
    return file(
        "apis/a/specification.json",
        "{\"openapi\": \"3.0.1\", \"paths\": {\""
            + template
            + "\": {\""
            + method
            + "\": {\"operationId\": \"op\"}}}}");
  }

  EstateBuilder global(String policies) {
    return file("policy.xml", policies);
  }

  EstateBuilder api(String policies) {
    return file("apis/a/policy.xml", policies);
  }

  EstateBuilder operation(String policies) {
    return file("apis/a/operations/op/policy.xml", policies);
  }

  EstateBuilder product(String id, boolean needsKey, String policies) {
    file(
        "products/" + id + "/productInformation.json",
        "{\"properties\": {\"subscriptionRequired\": " + needsKey + "}}");
    file("products/" + id + "/apis/a/productApiInformation.json", "{}");
    return file("products/" + id + "/policy.xml", policies);
  }

  EstateBuilder fragment(String id, String content) {
    return file("policy fragments/" + id + "/policy.xml", "<fragment>" + content + "</fragment>");
  }

  EstateBuilder backend(String id, String properties) {
    return file(
        "backends/" + id + "/backendInformation.json", "{\"properties\": {" + properties + "}}");
  }

  EstateBuilder namedValue(String name, String value, boolean secret) {
    return file(
        "named values/" + name + "/namedValueInformation.json",
        "{\"properties\": {\"displayName\": \""
            + name
            + "\", \"value\": \""
            + value
            + "\", \"secret\": "
            + secret
            + "}}");
  }

  EstateBuilder file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Mistakes are let pass. */
  Estate estate() {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return EstateReader.read(bytes).estate();
  }

  Explanation explain() {
    return explain(ExplainQuery.of("a", "op"));
  }

  Explanation explain(ExplainQuery query) {
    return new PolicyExplainer().explain(ExplainTarget.find(estate(), query), query.sections());
  }

  /** A document whose four sections have the base, and inbound something more. */
  static String inbound(String policies) {
    return "<policies>\n<inbound>\n<base />\n"
        + policies
        + "\n</inbound>\n<backend><base /></backend>\n<outbound><base /></outbound>\n"
        + "<on-error><base /></on-error>\n</policies>";
  }
}
