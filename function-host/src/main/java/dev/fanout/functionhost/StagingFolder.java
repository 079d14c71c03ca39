package dev.fanout.functionhost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A packaged function app, as the functions Maven plug-in leaves it in {@code
 * target/azure-functions/NAME} and as it is deployed.
 *
 * @param routePrefix without slashes; {@code api} when {@code host.json} does not say
 * @param functions in the order of their names
 * @param libraries the jars of {@code lib/}, sorted
 */
public record StagingFolder(
    Path folder, String routePrefix, List<FunctionDefinition> functions, List<Path> libraries) {
  private static final int MAX_JSON_BYTES = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  public StagingFolder {
    functions = List.copyOf(functions);
    libraries = List.copyOf(libraries);
  }

  public static StagingFolder read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StagingFolderException(
          "no packaged function in " + folder + ": no such folder (mvn package makes it)");
    }
    Path hostFile = folder.resolve("host.json");
    JsonNode prefix = json(hostFile).at("/extensions/http/routePrefix");
    List<FunctionDefinition> functions = new ArrayList<>();
    for (Path entry : children(folder)) {
      Path definition = entry.resolve("function.json");
      if (Files.isRegularFile(definition)) {
        functions.add(function(folder, entry, definition));
      }
    }
    if (functions.isEmpty()) {
      throw new StagingFolderException("no function.json in a folder below " + folder);
    }
    Path lib = folder.resolve("lib");
    List<Path> libraries =
        Files.isDirectory(lib)
            ? children(lib).stream().filter(file -> file.toString().endsWith(".jar")).toList()
            : List.of();
    return new StagingFolder(
        folder, prefix.isTextual() ? strip(prefix.asText()) : "api", functions, libraries);
  }

  private static FunctionDefinition function(Path folder, Path entry, Path file)
      throws IOException {
    JsonNode json = json(file);
    String script = text(json, "scriptFile", file);
    Path jar = entry.resolve(script).normalize();
    if (!jar.startsWith(folder.normalize()) || !Files.isRegularFile(jar)) {
      throw new StagingFolderException(file + " names the jar " + script + ", which is not there");
    }
    String entryPoint = text(json, "entryPoint", file);
    int dot = entryPoint.lastIndexOf('.');
    if (dot <= 0) {
      throw new StagingFolderException(file + ": entryPoint '" + entryPoint + "' has no class");
    }
    JsonNode trigger = trigger(json, file);
    String name = String.valueOf(entry.getFileName());
    Set<String> methods = new HashSet<>();
    trigger.path("methods").forEach(m -> methods.add(m.asText().toUpperCase(Locale.ROOT)));
    try {
      return new FunctionDefinition(
          name,
          jar,
          entryPoint.substring(0, dot),
          entryPoint.substring(dot + 1),
          RouteTemplate.parse(trigger.path("route").asText(name)),
          methods,
          trigger.path("authLevel").asText("FUNCTION"));
    } catch (IllegalArgumentException e) {
      throw new StagingFolderException(file + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode trigger(JsonNode json, Path file) throws IOException {
    for (JsonNode binding : json.path("bindings")) {
      if (binding.path("type").asText().equals("httpTrigger")) {
        return binding;
      }
    }
    throw new StagingFolderException(file + " has no httpTrigger; only HTTP functions are served");
  }

  private static JsonNode json(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new StagingFolderException(file + " is not there");
    }
    if (Files.size(file) > MAX_JSON_BYTES) {
      throw new StagingFolderException(file + " is larger than 1 MiB");
    }
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new StagingFolderException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String text(JsonNode json, String field, Path file) throws IOException {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new StagingFolderException(file + " has no " + field);
    }
    return value.asText();
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static String strip(String prefix) {
    return prefix.replaceAll("^/+|/+$", "");
  }
}
