package dev.fanout.gateway.cases;

import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The estate of a case folder: {@code policy.xml} of the API, {@code global.xml}, {@code
 * operation.xml} (of the operation {@code get-item}), {@code fragment-ID.xml}; and {@code
 * estate.txt} with lines {@code service-url URL}, {@code path PATH}, {@code backend ID URL
 * [header=NAME:VALUE] [query=NAME:VALUE]}, {@code named-value NAME VALUE}, {@code key}.
 */
final class CaseEstate {
  private static final String SPECIFICATION =
      """
      {"openapi": "3.0.1", "info": {"title": "shop", "version": "1"}, "paths": {
        "/items": {
          "get": {"operationId": "list-items", "responses": {}},
          "post": {"operationId": "create-item", "responses": {}}},
        "/items/{id}": {
          "get": {"operationId": "get-item", "responses": {},
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {}}]},
          "put": {"operationId": "put-item", "responses": {},
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {}}]}},
        "/get": {
          "get": {"operationId": "by-a", "responses": {},
            "parameters": [{"name": "a", "in": "query", "required": true, "schema": {}}]}}}}
      """;

  private final Path folder;
  private final UnaryOperator<String> edit;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> information = new LinkedHashMap<>();

  private CaseEstate(Path folder, UnaryOperator<String> edit) {
    this.folder = folder;
    this.edit = edit;
  }

  /**
   * @param edit changes every policy document
   */
  static EstateResult read(Path folder, UnaryOperator<String> edit) throws IOException {
    CaseEstate estate = new CaseEstate(folder, edit);
    estate.collect();
    return EstateReader.read(estate.files);
  }

  private void collect() throws IOException {
    information.put("displayName", "\"shop\"");
    information.put("path", "\"shop/v1\"");
    information.put("serviceUrl", "\"http://shop.test/base\"");
    information.put("subscriptionRequired", "false");
    if (Files.exists(folder.resolve("estate.txt"))) {
      for (String line : Files.readAllLines(folder.resolve("estate.txt"))) {
        if (!line.isBlank()) {
          setting(line.strip().split("\\s+"));
        }
      }
    }
    List<String> pairs = new ArrayList<>();
    information.forEach((name, value) -> pairs.add("\"" + name + "\": " + value));
    add("apis/shop/apiInformation.json", "{\"properties\": {" + String.join(", ", pairs) + "}}");
    add("apis/shop/specification.json", SPECIFICATION);
    policy("policy.xml", "apis/shop/policy.xml");
    policy("global.xml", "policy.xml");
    policy("operation.xml", "apis/shop/operations/get-item/policy.xml");
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("fragment-")) {
          String id = name.substring("fragment-".length(), name.length() - ".xml".length());
          policy(name, "policy fragments/" + id + "/policy.xml");
        }
      }
    }
  }

  private void setting(String[] words) {
    switch (words[0]) {
      case "service-url" -> information.put("serviceUrl", "\"" + words[1] + "\"");
      case "no-service-url" -> information.remove("serviceUrl");
      case "path" -> information.put("path", "\"" + words[1] + "\"");
      case "key" -> information.put("subscriptionRequired", "true");
      case "backend" -> backend(words);
      case "named-value" ->
          add(
              "named values/" + words[1] + "/namedValueInformation.json",
              "{\"properties\": {\"displayName\": \""
                  + words[1]
                  + "\", \"value\": \""
                  + words[2].replace("\"", "\\\"")
                  + "\"}}");
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private void backend(String[] words) {
    StringBuilder credentials = new StringBuilder();
    for (int i = 3; i < words.length; i++) {
      String[] kind = words[i].split("=", 2);
      String[] pair = kind[1].split(":", 2);
      credentials
          .append(credentials.length() == 0 ? "" : ", ")
          .append("\"" + kind[0] + "\": {\"" + pair[0] + "\": [\"" + pair[1] + "\"]}");
    }
    add(
        "backends/" + words[1] + "/backendInformation.json",
        "{\"properties\": {\"protocol\": \"http\", \"url\": \""
            + words[2]
            + "\", \"credentials\": {"
            + credentials
            + "}}}");
  }

  private void policy(String file, String path) throws IOException {
    if (Files.exists(folder.resolve(file))) {
      add(path, edit.apply(Files.readString(folder.resolve(file))));
    }
  }

  private void add(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
