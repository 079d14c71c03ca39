package dev.fanout.policies.liquid;

import dev.fanout.expressions.ExpressionFailure;

/** DotLiquid's exceptions. */
final class LiquidFailures {
  private LiquidFailures() {}

  static ExpressionFailure syntax(String message) {
    return new ExpressionFailure("DotLiquid.Exceptions.SyntaxException", message);
  }

  static ExpressionFailure argument(String message) {
    return new ExpressionFailure("DotLiquid.Exceptions.ArgumentException", message);
  }

  static ExpressionFailure noFiles() {
    return new ExpressionFailure(
        "DotLiquid.Exceptions.FileSystemException",
        "Error - This liquid context does not allow includes");
  }

  static ExpressionFailure divideByZero() {
    return new ExpressionFailure("System.DivideByZeroException", "Attempted to divide by zero.");
  }
}
