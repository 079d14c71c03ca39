package dev.fanout.expressions.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of {@code $"…"} in order: texts with escapes decoded, and holes. */
public record InterpolatedText(List<Part> parts) {
  public InterpolatedText {
    parts = List.copyOf(parts);
  }

  /** A piece of text or a hole. */
  public sealed interface Part permits Text, Hole {}

  /** Literal text. */
  public record Text(String value) implements Part {}

  /**
   * {@code {expression,alignment:format}}.
   *
   * @param tokens the expression and, after a comma at depth 0, the alignment; ends with END
   * @param format what follows the colon, null without one
   */
  public record Hole(List<Token> tokens, @Nullable String format) implements Part {
    public Hole {
      tokens = List.copyOf(tokens);
    }
  }
}
