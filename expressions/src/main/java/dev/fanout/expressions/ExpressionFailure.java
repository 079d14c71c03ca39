package dev.fanout.expressions;

import dev.fanout.expressions.runtime.ClrText;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression failed while it ran, as it does in .NET: the exception's full type name and its
 * text. To C# code it is the {@code System.Exception} of that type. Carries no stack trace, since
 * it says nothing about the expression and is costly.
 */
public final class ExpressionFailure extends RuntimeException implements ClrText {
  @Serial private static final long serialVersionUID = 1L;

  private final String typeName;
  private final @Nullable String parameter;
  private final boolean fence;

  public ExpressionFailure(String typeName, String message) {
    this(typeName, message, null, null, false);
  }

  public ExpressionFailure(String typeName, String message, @Nullable Throwable cause) {
    this(typeName, message, cause, null, false);
  }

  private ExpressionFailure(
      String typeName,
      String message,
      @Nullable Throwable cause,
      @Nullable String parameter,
      boolean fence) {
    super(message, cause, false, false);
    this.typeName = Objects.requireNonNull(typeName, "typeName");
    this.parameter = parameter;
    this.fence = fence;
  }

  /** Of an argument: {@code message} names the parameter already. */
  public static ExpressionFailure ofParameter(
      String typeName, String message, @Nullable String parameter, @Nullable Throwable cause) {
    return new ExpressionFailure(typeName, message, cause, parameter, false);
  }

  /** The evaluation is over a limit: no {@code catch} of the expression sees this one. */
  public static ExpressionFailure fence(String typeName, String message) {
    return new ExpressionFailure(typeName, message, null, null, true);
  }

  /** {@code System.FormatException}, say. */
  public String typeName() {
    return typeName;
  }

  /** {@code ArgumentException.ParamName}. */
  public @Nullable String parameter() {
    return parameter;
  }

  /** Did it end for a limit of ours, and not by its own logic? */
  public boolean isFence() {
    return fence;
  }

  /** The text of .NET's exception; never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  @Override
  public String toString() {
    return typeName + ": " + getMessage();
  }

  /** As .NET writes it, inner exceptions included, without the places of the stack. */
  @Override
  public String clrText() {
    StringBuilder text = new StringBuilder(typeName);
    if (!getMessage().isEmpty()) {
      text.append(": ").append(getMessage());
    }
    if (getCause() instanceof ExpressionFailure inner) {
      text.append("\n ---> ")
          .append(inner.clrText())
          .append("\n   --- End of inner exception stack trace ---");
    }
    return text.toString();
  }
}
