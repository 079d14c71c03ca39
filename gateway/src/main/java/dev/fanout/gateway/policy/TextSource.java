package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text that a policy needs: a literal, or what an expression gives. */
interface TextSource {
  /** Null when an expression gives null. */
  @Nullable String text(Exchange exchange);

  /** Which bodies must be in memory, of {@link BodyReads}. */
  int bodyReads();

  /** Null for an expression. */
  @Nullable String literal();

  /** A null counts as the empty text (not documented). */
  default String textOrEmpty(Exchange exchange) {
    String text = text(exchange);
    return text == null ? "" : text;
  }

  static TextSource literal(String text) {
    return new Literal(text);
  }

  static int bodyReads(List<TextSource> sources) {
    int reads = BodyReads.NONE;
    for (TextSource source : sources) {
      reads |= source.bodyReads();
    }
    return reads;
  }

  /** The same text for every request. */
  record Literal(String literal) implements TextSource {
    public Literal {
      Objects.requireNonNull(literal, "literal");
    }

    @Override
    public String text(Exchange exchange) {
      return literal;
    }

    @Override
    public int bodyReads() {
      return BodyReads.NONE;
    }
  }
}
