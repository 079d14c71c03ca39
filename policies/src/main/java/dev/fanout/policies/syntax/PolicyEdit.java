package dev.fanout.policies.syntax;

/** Collects changes of one tree. */
public final class PolicyEdit {
  private final PolicyTree tree;

  PolicyEdit(PolicyTree tree) {
    this.tree = tree;
  }

  /** The tree that was given. */
  public PolicyTree tree() {
    return tree;
  }
}
