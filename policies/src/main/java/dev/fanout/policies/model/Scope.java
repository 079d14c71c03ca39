package dev.fanout.policies.model;

/** Where a policy document hangs, from the outside in. */
public enum Scope {
  GLOBAL,
  WORKSPACE,
  PRODUCT,
  API,
  OPERATION
}
