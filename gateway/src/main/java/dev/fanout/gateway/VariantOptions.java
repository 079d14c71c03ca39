package dev.fanout.gateway;

import dev.fanout.artifacts.Estate;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * One estate to serve.
 *
 * @param name in reports and statistics: {@code A}
 * @param topology printed beside the name; empty when nobody says
 * @param folder where it is read from; empty when {@code estate} has it
 * @param port 0 for a free one
 */
public record VariantOptions(
    String name, String topology, Optional<Path> folder, Optional<Estate> estate, int port) {
  public VariantOptions {
    Objects.requireNonNull(topology, "topology");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
      throw new IllegalArgumentException(
          "variant name '" + name + "' is not 1 to 40 letters, digits, '_' or '-'");
    }
    if (folder.isPresent() == estate.isPresent()) {
      throw new IllegalArgumentException(
          "variant '" + name + "' needs either a folder or an estate");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }

  /** An artifact folder on a free port. */
  public static VariantOptions folder(String name, Path folder) {
    return new VariantOptions(name, "", Optional.of(folder), Optional.empty(), 0);
  }

  /** An estate in memory on a free port. */
  public static VariantOptions estate(String name, Estate estate) {
    return new VariantOptions(name, "", Optional.empty(), Optional.of(estate), 0);
  }

  public VariantOptions withTopology(String newTopology) {
    return new VariantOptions(name, newTopology, folder, estate, port);
  }

  public VariantOptions withPort(int newPort) {
    return new VariantOptions(name, topology, folder, estate, newPort);
  }

  /** Without the estate, which may be large and hold secrets. */
  @Override
  public String toString() {
    return name + " " + topology + folder.map(path -> " " + path).orElse("") + " port " + port;
  }
}
