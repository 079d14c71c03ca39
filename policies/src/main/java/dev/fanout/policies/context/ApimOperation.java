package dev.fanout.policies.context;

/** {@code context.Operation}. */
public interface ApimOperation {
  String id();

  String method();

  default String name() {
    return id();
  }

  /** As declared: {@code /resource/{id}}. */
  String urlTemplate();
}
