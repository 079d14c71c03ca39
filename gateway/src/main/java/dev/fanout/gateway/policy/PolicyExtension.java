package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Step;
import dev.fanout.policies.syntax.ElementNode;

/**
 * A policy that is no part of the language. No option of the gateway adds one; tests do, to watch
 * the pipeline.
 */
public interface PolicyExtension {
  Step compile(ElementNode element);
}
