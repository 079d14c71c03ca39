package dev.fanout.policies.model;

/** Kinds of gateway, as the policy pages list them. */
public enum GatewayKind {
  CLASSIC,
  V2,
  CONSUMPTION,
  SELF_HOSTED,
  WORKSPACE
}
