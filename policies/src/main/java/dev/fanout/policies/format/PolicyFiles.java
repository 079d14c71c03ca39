package dev.fanout.policies.format;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the XML files in folders. Links in a folder are not followed, and folders whose names start
 * with a dot are left out.
 */
public final class PolicyFiles {
  private PolicyFiles() {}

  /**
   * The files that are named, and the XML files of the folders that are named; each once, those of
   * a folder by path.
   *
   * @param failed takes what cannot be looked at
   */
  public static List<PolicyFile> under(List<Path> paths, Consumer<IOException> failed)
      throws IOException {
    Map<Path, PolicyFile> files = new LinkedHashMap<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        for (Path file : inFolder(path, failed)) {
          files.putIfAbsent(file.toAbsolutePath().normalize(), new PolicyFile(file, false));
        }
      } else {
        files.put(path.toAbsolutePath().normalize(), new PolicyFile(path, true));
      }
    }
    return List.copyOf(files.values());
  }

  private static List<Path> inFolder(Path folder, Consumer<IOException> failed) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && nameOf(directory).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && nameOf(file).toLowerCase(Locale.ROOT).endsWith(".xml")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            failed.accept(e);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(file -> file.toString().replace('\\', '/')));
    return files;
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
