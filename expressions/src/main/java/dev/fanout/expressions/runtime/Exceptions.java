package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code System.Exception} and what derives from it, as far as C# code makes and reads them. */
public final class Exceptions {
  /** What {@code new T().Message} says, where it is more than that a T was thrown. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("System.SystemException", "System error."),
          Map.entry("System.ApplicationException", "Error in the application."),
          Map.entry("System.AggregateException", "One or more errors occurred."),
          Map.entry(
              "System.ArithmeticException", "Overflow or underflow in the arithmetic operation."),
          Map.entry("System.DivideByZeroException", "Attempted to divide by zero."),
          Map.entry("System.OverflowException", "Arithmetic operation resulted in an overflow."),
          Map.entry("System.ArgumentException", "Value does not fall within the expected range."),
          Map.entry("System.ArgumentNullException", "Value cannot be null."),
          Map.entry(
              "System.ArgumentOutOfRangeException",
              "Specified argument was out of the range of valid values."),
          Map.entry(
              "System.ArrayTypeMismatchException",
              "Attempted to access an element as a type incompatible with the array."),
          Map.entry(
              "System.FormatException", "One of the identified items was in an invalid format."),
          Map.entry(
              "System.UriFormatException", "One of the identified items was in an invalid format."),
          Map.entry(
              "System.IndexOutOfRangeException", "Index was outside the bounds of the array."),
          Map.entry("System.InvalidCastException", "Specified cast is not valid."),
          Map.entry(
              "System.InvalidOperationException",
              "Operation is not valid due to the current state of the object."),
          Map.entry(
              "System.NotImplementedException", "The method or operation is not implemented."),
          Map.entry("System.NotSupportedException", "Specified method is not supported."),
          Map.entry(
              "System.NullReferenceException",
              "Object reference not set to an instance of an object."),
          Map.entry("System.OperationCanceledException", "The operation was canceled."),
          Map.entry(
              "System.OutOfMemoryException",
              "Insufficient memory to continue the execution of the program."),
          Map.entry(
              "System.RankException",
              "Attempted to operate on an array with the incorrect number of dimensions."),
          Map.entry("System.TimeoutException", "The operation has timed out."),
          Map.entry(
              "System.UnauthorizedAccessException",
              "Attempted to perform an unauthorized operation."),
          Map.entry("System.IO.IOException", "I/O error occurred."),
          Map.entry(
              "System.Collections.Generic.KeyNotFoundException",
              "The given key was not present in the dictionary."),
          Map.entry(
              "System.Security.Cryptography.CryptographicException",
              "Error occurred during a cryptographic operation."),
          Map.entry("System.Xml.XmlException", "An XML error has occurred."));

  /** {@code HResult}, of those that have another than Exception's. */
  private static final Map<String, Long> RESULTS =
      Map.ofEntries(
          Map.entry("System.SystemException", 0x80131501L),
          Map.entry("System.ApplicationException", 0x80131600L),
          Map.entry("System.ArgumentException", 0x80070057L),
          Map.entry("System.ArgumentNullException", 0x80004003L),
          Map.entry("System.ArgumentOutOfRangeException", 0x80131502L),
          Map.entry("System.ArithmeticException", 0x80070216L),
          Map.entry("System.ArrayTypeMismatchException", 0x80131503L),
          Map.entry("System.DivideByZeroException", 0x80020012L),
          Map.entry("System.FormatException", 0x80131537L),
          Map.entry("System.UriFormatException", 0x80131537L),
          Map.entry("System.IndexOutOfRangeException", 0x80131508L),
          Map.entry("System.InvalidCastException", 0x80004002L),
          Map.entry("System.InvalidOperationException", 0x80131509L),
          Map.entry("System.ObjectDisposedException", 0x80131622L),
          Map.entry("System.NotImplementedException", 0x80004001L),
          Map.entry("System.NotSupportedException", 0x80131515L),
          Map.entry("System.NullReferenceException", 0x80004003L),
          Map.entry("System.OverflowException", 0x80131516L),
          Map.entry("System.RankException", 0x80131517L),
          Map.entry("System.TimeoutException", 0x80131505L),
          Map.entry("System.Collections.Generic.KeyNotFoundException", 0x80131577L),
          Map.entry("System.Xml.XmlException", 0x80131940L));

  private Exceptions() {}

  public static ExpressionFailure create(String typeName) {
    return create(null, null, typeName);
  }

  public static ExpressionFailure create(@Nullable String message, String typeName) {
    return create(message, null, typeName);
  }

  public static ExpressionFailure create(
      @Nullable String message, @Nullable ExpressionFailure inner, String typeName) {
    return new ExpressionFailure(typeName, message == null ? text(typeName) : message, inner);
  }

  private static String text(String typeName) {
    String known = TEXTS.get(typeName);
    return known == null ? "Exception of type '" + typeName + "' was thrown." : known;
  }

  /** {@code new ArgumentException(message, paramName)}. */
  public static ExpressionFailure ofArgument(
      @Nullable String message, @Nullable String parameter, String typeName) {
    return ofArgument(message, parameter, null, typeName);
  }

  public static ExpressionFailure ofArgument(
      @Nullable String message,
      @Nullable String parameter,
      @Nullable ExpressionFailure inner,
      String typeName) {
    String said = message == null ? text(typeName) : message;
    boolean named = parameter != null && !parameter.isEmpty();
    return ExpressionFailure.ofParameter(
        typeName, named ? said + " (Parameter '" + parameter + "')" : said, parameter, inner);
  }

  /** {@code new ArgumentNullException(paramName)}, and of ArgumentOutOfRangeException. */
  public static ExpressionFailure ofParameter(@Nullable String parameter, String typeName) {
    return ofArgument(null, parameter, typeName);
  }

  /** {@code new ArgumentNullException(paramName, message)}. */
  public static ExpressionFailure ofParameter(
      @Nullable String parameter, @Nullable String message, String typeName) {
    return ofArgument(message, parameter, typeName);
  }

  /** {@code new ArgumentOutOfRangeException(paramName, actualValue, message)}. */
  public static ExpressionFailure ofParameter(
      @Nullable String parameter,
      @Nullable Object actualValue,
      @Nullable String message,
      String typeName) {
    ExpressionFailure plain = ofArgument(message, parameter, typeName);
    return actualValue == null
        ? plain
        : ExpressionFailure.ofParameter(
            typeName,
            plain.getMessage() + "\nActual value was " + Text.ofObject(actualValue) + ".",
            parameter,
            null);
  }

  /** {@code new ObjectDisposedException(objectName)}. */
  public static ExpressionFailure ofDisposed(@Nullable String objectName, String typeName) {
    String text = "Cannot access a disposed object.";
    boolean named = objectName != null && !objectName.isEmpty();
    return new ExpressionFailure(
        typeName, named ? text + "\nObject name: '" + objectName + "'." : text);
  }

  public static String message(ExpressionFailure self) {
    return self.getMessage();
  }

  public static @Nullable ExpressionFailure innerException(ExpressionFailure self) {
    return self.getCause() instanceof ExpressionFailure inner ? inner : null;
  }

  public static ExpressionFailure getBaseException(ExpressionFailure self) {
    ExpressionFailure last = self;
    while (last.getCause() instanceof ExpressionFailure inner) {
      last = inner;
    }
    return last;
  }

  public static @Nullable String paramName(ExpressionFailure self) {
    return self.parameter();
  }

  /** There is one place that an expression can fail at. */
  public static String stackTrace(ExpressionFailure self) {
    return "   at Policy.Evaluate(IContext context)";
  }

  /** The program that failed: none that it could name. */
  public static @Nullable String source(ExpressionFailure self) {
    return null;
  }

  public static @Nullable String helpLink(ExpressionFailure self) {
    return null;
  }

  public static int hResult(ExpressionFailure self) {
    return RESULTS.getOrDefault(self.typeName(), 0x80131500L).intValue();
  }

  public static String toString(ExpressionFailure self) {
    return self.clrText();
  }

  /** {@code throw value}: of null it is another exception. */
  public static ExpressionFailure thrown(@Nullable ExpressionFailure value) {
    return value == null ? Failures.nullReference() : value;
  }

  /**
   * What a {@code catch} may look at. Goes on with what no expression catches: limits, and mistakes
   * of our own.
   */
  public static ExpressionFailure caught(Throwable thrown) {
    ExpressionFailure failure = Failures.ofJvm(thrown);
    if (failure == null || failure.isFence()) {
      throw Exceptions.<RuntimeException>again(failure == null ? thrown : failure);
    }
    return failure;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T again(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Is the exception one of this type? */
  public static boolean isInstance(ExpressionFailure failure, String typeName) {
    return TypeTests.isInstance(failure, typeName);
  }
}
