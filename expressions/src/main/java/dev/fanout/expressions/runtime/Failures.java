package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** The exceptions of .NET with their texts (modern .NET, English). */
public final class Failures {
  private Failures() {}

  public static ExpressionFailure keyNotFound(Object key) {
    return new ExpressionFailure(
        "System.Collections.Generic.KeyNotFoundException",
        "The given key '" + key + "' was not present in the dictionary.");
  }

  public static ExpressionFailure nullReference() {
    return new ExpressionFailure(
        "System.NullReferenceException", "Object reference not set to an instance of an object.");
  }

  public static ExpressionFailure argumentNull(String parameter) {
    return ExpressionFailure.ofParameter(
        "System.ArgumentNullException",
        "Value cannot be null. (Parameter '" + parameter + "')",
        parameter,
        null);
  }

  public static ExpressionFailure argument(String message, @Nullable String parameter) {
    return ExpressionFailure.ofParameter(
        "System.ArgumentException",
        parameter == null ? message : message + " (Parameter '" + parameter + "')",
        parameter,
        null);
  }

  public static ExpressionFailure outOfRange(String message, String parameter) {
    return ExpressionFailure.ofParameter(
        "System.ArgumentOutOfRangeException",
        message + " (Parameter '" + parameter + "')",
        parameter,
        null);
  }

  /** Of an argument that is below zero. */
  public static ExpressionFailure negative(String parameter, long value) {
    return outOfRange(
        parameter + " ('" + value + "') must be a non-negative value.", parameter, value);
  }

  /** Of an argument that is above another. */
  public static ExpressionFailure greater(String parameter, long value, long limit) {
    return outOfRange(
        parameter + " ('" + value + "') must be less than or equal to '" + limit + "'.",
        parameter,
        value);
  }

  public static ExpressionFailure outOfRange(String message, String parameter, Object actual) {
    return new ExpressionFailure(
        "System.ArgumentOutOfRangeException",
        message
            + " (Parameter '"
            + parameter
            + "')"
            + Text.NEW_LINE
            + "Actual value was "
            + actual
            + ".");
  }

  public static ExpressionFailure format(String message) {
    return new ExpressionFailure("System.FormatException", message);
  }

  public static ExpressionFailure overflow(String message) {
    return new ExpressionFailure("System.OverflowException", message);
  }

  public static ExpressionFailure invalidOperation(String message) {
    return new ExpressionFailure("System.InvalidOperationException", message);
  }

  public static ExpressionFailure notSupported(String message) {
    return new ExpressionFailure("System.NotSupportedException", message);
  }

  public static ExpressionFailure invalidCast(String from, String to) {
    return new ExpressionFailure(
        "System.InvalidCastException",
        "Unable to cast object of type '" + from + "' to type '" + to + "'.");
  }

  /** What .NET throws where the JVM throws by itself; null for anything that is our own bug. */
  public static @Nullable ExpressionFailure ofJvm(Throwable thrown) {
    if (thrown instanceof ExpressionFailure failure) {
      return failure;
    }
    if (thrown instanceof NullPointerException) {
      return nullReference();
    }
    if (thrown instanceof ArithmeticException) {
      return new ExpressionFailure("System.DivideByZeroException", "Attempted to divide by zero.");
    }
    if (thrown instanceof ArrayIndexOutOfBoundsException) {
      return new ExpressionFailure(
          "System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
    if (thrown instanceof ArrayStoreException) {
      return new ExpressionFailure(
          "System.ArrayTypeMismatchException",
          "Attempted to access an element as a type incompatible with the array.");
    }
    if (thrown instanceof NegativeArraySizeException) {
      return overflow("Arithmetic operation resulted in an overflow.");
    }
    if (thrown instanceof StackOverflowError) {
      return ExpressionFailure.fence(
          "System.InsufficientExecutionStackException",
          "The expression called itself too deep for the thread's stack and was stopped.");
    }
    if (thrown instanceof OutOfMemoryError) {
      return ExpressionFailure.fence(
          "System.OutOfMemoryException", "The expression needed more memory than there is.");
    }
    return null;
  }
}
