package dev.fanout.policies.context;

/** {@code context.Request.PrivateEndpointConnection}. */
public interface ApimPrivateEndpointConnection {
  String name();

  String groupId();

  String memberName();
}
