package dev.fanout.gateway.policy.pending;

public enum ExpressionTarget {
  STRING,
  BOOLEAN,
  OBJECT
}
