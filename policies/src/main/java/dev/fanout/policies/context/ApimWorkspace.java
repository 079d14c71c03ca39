package dev.fanout.policies.context;

/** {@code context.Workspace}. */
public interface ApimWorkspace {
  String id();

  String name();
}
