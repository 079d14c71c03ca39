package dev.fanout.gateway.http;

/** What is checked of an upstream's certificate. */
public enum TlsVerification {
  FULL,
  /** The chain, not the name. */
  CHAIN_ONLY,
  NONE
}
