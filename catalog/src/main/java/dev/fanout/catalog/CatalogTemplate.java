package dev.fanout.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files about the catalog that come with the program. */
public final class CatalogTemplate {
  private CatalogTemplate() {}

  /** The commented {@code fanout.yaml} that {@code fanout init} writes. */
  public static String text() {
    return resource("fanout.template.yaml");
  }

  /** The JSON Schema (draft 2020-12) of {@code fanout.yaml}. */
  public static String schema() {
    return resource("fanout.schema.json");
  }

  private static String resource(String name) {
    try (InputStream in = CatalogTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
