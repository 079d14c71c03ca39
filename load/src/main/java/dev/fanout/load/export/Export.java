package dev.fanout.load.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files for another engine.
 *
 * @param files text by name, in the order of the names
 * @param notes what the engine does differently, one sentence each
 */
public record Export(Map<String, String> files, List<String> notes) {
  /** Code of the issues of things that an engine cannot do. */
  public static final String UNSUPPORTED = "LOAD_EXPORT_UNSUPPORTED";

  public Export {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    notes = List.copyOf(notes);
  }

  /** Files of these names are replaced. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
