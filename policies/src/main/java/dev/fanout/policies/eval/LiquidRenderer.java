package dev.fanout.policies.eval;

/** Renders Liquid templates as {@code set-body template="liquid"} does. */
@FunctionalInterface
public interface LiquidRenderer {
  /**
   * The text of a template over a JSON body, which it sees as {@code body}.
   *
   * @throws dev.fanout.expressions.ExpressionFailure for a template that is wrong or fails
   */
  String render(String template, String body);
}
