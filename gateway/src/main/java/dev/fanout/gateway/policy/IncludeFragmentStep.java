package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Block;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.Step;

/** include-fragment: the fragment's steps, compiled once however many documents include it. */
final class IncludeFragmentStep implements Step {
  private final Block fragment;

  IncludeFragmentStep(Block fragment) {
    this.fragment = fragment;
  }

  @Override
  public Flow run(Exchange exchange) {
    exchange.enter(fragment, null);
    return Flow.NEXT;
  }
}
