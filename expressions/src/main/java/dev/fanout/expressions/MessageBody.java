package dev.fanout.expressions;

/** A body that an expression may read, and that the host must have at hand before it runs. */
public enum MessageBody {
  REQUEST,
  RESPONSE
}
