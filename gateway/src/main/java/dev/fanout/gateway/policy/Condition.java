package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;

/** A truth value that a policy needs: a literal, or what an expression gives. */
interface Condition {
  Condition TRUE = new Literal(true);
  Condition FALSE = new Literal(false);

  boolean holds(Exchange exchange);

  /** Which bodies must be in memory, of {@link BodyReads}. */
  int bodyReads();

  static Condition literal(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The same for every request. */
  record Literal(boolean value) implements Condition {
    @Override
    public boolean holds(Exchange exchange) {
      return value;
    }

    @Override
    public int bodyReads() {
      return BodyReads.NONE;
    }
  }
}
