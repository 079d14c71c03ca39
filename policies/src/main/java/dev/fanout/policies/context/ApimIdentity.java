package dev.fanout.policies.context;

/** One of {@code context.User.Identities}. */
public interface ApimIdentity {
  String id();

  String provider();
}
