package dev.fanout.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files a writer wrote, and the SHA-256 of what it wrote. While it writes, a path has the
 * hash of the old and of the new content, so that a run that was killed half-way can be repeated.
 */
final class Manifest {
  static final String NAME = ".fanout-generated.json";

  private static final int SCHEMA = 1;

  private final SortedMap<String, List<String>> hashes;

  private Manifest(Map<String, List<String>> hashes) {
    this.hashes = new TreeMap<>(hashes);
  }

  static Manifest empty() {
    return new Manifest(Map.of());
  }

  static Manifest of(Map<String, byte[]> files) {
    SortedMap<String, List<String>> all = new TreeMap<>();
    files.forEach((path, bytes) -> all.put(path, List.of(hash(bytes))));
    return new Manifest(all);
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException with a text for users when it is something else
   */
  static Manifest parse(byte[] bytes) {
    try {
      JsonNode root = new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
      if (root.path("schema").asInt(0) != SCHEMA) {
        throw new IllegalArgumentException("its schema is not " + SCHEMA);
      }
      SortedMap<String, List<String>> all = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : root.path("files").properties()) {
        if (!isInside(entry.getKey())) {
          throw new IllegalArgumentException("it names '" + entry.getKey() + "'");
        }
        List<String> list = new ArrayList<>();
        entry.getValue().forEach(hash -> list.add(hash.asText()));
        all.put(entry.getKey(), list);
      }
      return new Manifest(all);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
  }

  /** Whether a path with {@code /} stays in its folder. */
  static boolean isInside(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals("..") || name.equals(".") || name.indexOf('\\') >= 0) {
        return false;
      }
    }
    return true;
  }

  /** This and the other one, each path with the hashes of both. */
  Manifest and(Manifest other) {
    SortedMap<String, List<String>> all = new TreeMap<>(hashes);
    other.hashes.forEach(
        (path, more) ->
            all.merge(
                path,
                more,
                (a, b) -> {
                  List<String> union = new ArrayList<>(a);
                  b.stream().filter(hash -> !union.contains(hash)).forEach(union::add);
                  return union;
                }));
    return new Manifest(all);
  }

  Iterable<String> paths() {
    return hashes.keySet();
  }

  boolean has(String path) {
    return hashes.containsKey(path);
  }

  /** Whether that content was written, or was about to be written, at that path. */
  boolean wrote(String path, byte[] content) {
    return hashes.getOrDefault(path, List.of()).contains(hash(content));
  }

  byte[] bytes() {
    return JsonText.bytes(
        JsonText.object(
            "schema",
            SCHEMA,
            "about",
            "Files that fanout wrote. It changes and deletes these and no others.",
            "files",
            hashes));
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
