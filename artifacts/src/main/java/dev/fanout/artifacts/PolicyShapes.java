package dev.fanout.artifacts;

import dev.fanout.policies.model.Base;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.Policy;

/** The frame of a generated API document. */
final class PolicyShapes {
  private PolicyShapes() {}

  /** Every section inherits; inbound goes on with these. */
  static Policies inheriting(Policy... inbound) {
    Policies policies = new Policies();
    policies.inbound().add(new Base()).add(inbound);
    policies.backend().add(new Base());
    policies.outbound().add(new Base());
    policies.onError().add(new Base());
    return policies;
  }
}
