package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

/** The body that set-body sets. */
interface BodySource {
  /**
   * The new body.
   *
   * @param former the message whose body is replaced; null for the answer of return-response, which
   *     has none
   */
  String text(Exchange exchange, @Nullable FormerBody former);

  /** Which bodies must be in memory, of {@link dev.fanout.gateway.pipeline.BodyReads}. */
  int bodyReads();

  /** A literal or an expression. */
  static BodySource of(TextSource source) {
    return new BodySource() {
      @Override
      public String text(Exchange exchange, @Nullable FormerBody former) {
        return source.textOrEmpty(exchange);
      }

      @Override
      public int bodyReads() {
        return source.bodyReads();
      }
    };
  }
}
