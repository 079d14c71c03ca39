package dev.fanout.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The hand-made estates in {@code estates/}. */
public final class SampleEstates {
  private SampleEstates() {}

  /** The extract: products, versions, revisions, a pool, fragments, a workspace. */
  public static Path extract() {
    return folder("extract");
  }

  static Path folder(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(SampleEstates.class.getResource("estates/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Path in the folder, with {@code /}, to content. */
  static SortedMap<String, byte[]> files(Path folder) {
    SortedMap<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        all.put(path.replace(folder.getFileSystem().getSeparator(), "/"), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
