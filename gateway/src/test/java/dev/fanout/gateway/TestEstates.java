package dev.fanout.gateway;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Estates in memory. */
final class TestEstates {
  private static final String SPECIFICATION =
      """
      {"openapi": "3.0.1", "info": {"title": "x", "version": "1"}, "paths": {
        "/resource/{id}": {
          "get": {"operationId": "get-resource", "responses": {}},
          "post": {"operationId": "post-resource", "responses": {}}}}}
      """;

  private TestEstates() {}

  /** One API without any policy: its requests go to the web service URL. */
  static Estate plain(String path, String serviceUrl) {
    return EstateReader.read(plainFiles(path, serviceUrl)).orThrow();
  }

  static Map<String, byte[]> plainFiles(String path, String serviceUrl) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(
        "apis/plain/apiInformation.json",
        bytes(
            "{\"properties\": {\"path\": \""
                + path
                + "\", \"serviceUrl\": \""
                + serviceUrl
                + "\", \"subscriptionRequired\": false}}"));
    files.put("apis/plain/specification.json", bytes(SPECIFICATION));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
