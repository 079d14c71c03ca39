package dev.fanout.gateway.pipeline;

/**
 * One policy, compiled. Steps are immutable and shared by all exchanges, on several threads; what
 * belongs to a request stands in the exchange.
 */
public interface Step {
  /**
   * Runs on the exchange's event loop and must not block.
   *
   * @throws PolicyFailure when the policy fails; so does an expression's failure
   */
  Flow run(Exchange exchange);
}
