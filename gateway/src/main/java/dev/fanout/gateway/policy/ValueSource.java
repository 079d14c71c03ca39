package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value with its C# type: a string literal, or what an expression gives. */
interface ValueSource {
  @Nullable Object value(Exchange exchange);

  /** Which bodies must be in memory, of {@link BodyReads}. */
  int bodyReads();

  /** A {@code System.String}. */
  record Literal(String text) implements ValueSource {
    public Literal {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public Object value(Exchange exchange) {
      return text;
    }

    @Override
    public int bodyReads() {
      return BodyReads.NONE;
    }
  }
}
