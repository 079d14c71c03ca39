package dev.fanout.gateway.policy.pending;

public enum MessageBody {
  REQUEST,
  RESPONSE
}
