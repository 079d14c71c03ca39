package dev.fanout.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The parts of a page that are the same in each: style sheet, chart library, our script. The
 * content security policy names them by their digests, so that no other script or style has an
 * effect, and nothing can be loaded: a name from a user's file could not do harm even if it were
 * not escaped.
 */
final class PageParts {
  /** uPlot, MIT licence: the notice stands in front of the code. */
  private static final String LIBRARY = "/META-INF/resources/webjars/uplot/1.6.30/";

  static final String STYLE =
      resource(LIBRARY + "dist/uPlot.min.css").strip() + "\n" + resource("report.css");
  static final String SCRIPT =
      "/*! uPlot 1.6.30\n"
          + resource(LIBRARY + "LICENSE").strip().replace("*/", "* /")
          + "\n*/\n"
          + resource(LIBRARY + "dist/uPlot.iife.min.js").strip()
          + "\n"
          + resource("report.js");

  private PageParts() {}

  static String policy() {
    return "default-src 'none'; script-src '"
        + digest(SCRIPT)
        + "'; style-src '"
        + digest(STYLE)
        + "'; base-uri 'none'; form-action 'none'";
  }

  /** Of exactly what stands between the tags. */
  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(PageParts.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      if (text.contains("</script") || text.contains("</style")) {
        throw new IllegalStateException(name + " would end its own element");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
