package dev.fanout.policies.context;

/** A group of {@code context.User.Groups} or {@code context.Product.Groups}. */
public interface ApimGroup {
  String id();

  String name();
}
