package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Step;
import dev.fanout.policies.syntax.ElementNode;

/** A policy that is no part of the language; tests add one to watch the pipeline. */
interface PolicyExtension {
  Step compile(ElementNode element);
}
