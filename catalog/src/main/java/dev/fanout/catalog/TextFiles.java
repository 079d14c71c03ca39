package dev.fanout.catalog;

import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** UTF-8 files, with what is wrong with one in a sentence. */
public final class TextFiles {
  private static final long LONGEST = 16L << 20;

  private TextFiles() {}

  /**
   * @param problem a sentence for users, empty when the source is there
   */
  public record Loaded(Optional<SourceText> source, String problem) {}

  public static Loaded load(Path path, String name) {
    try {
      if (!Files.exists(path)) {
        return problem("'" + name + "' does not exist");
      }
      if (Files.isDirectory(path)) {
        return problem("'" + name + "' is a folder");
      }
      if (Files.size(path) > LONGEST) {
        return problem("'" + name + "' is larger than " + (LONGEST >> 20) + " MB");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new Loaded(Optional.of(SourceText.of(name, plain)), "");
    } catch (CharacterCodingException e) {
      return problem("'" + name + "' is not UTF-8 text");
    } catch (AccessDeniedException e) {
      return problem("'" + name + "' may not be read");
    } catch (IOException e) {
      return problem("'" + name + "' cannot be read: " + e.getMessage());
    }
  }

  private static Loaded problem(String text) {
    return new Loaded(Optional.empty(), text);
  }
}
