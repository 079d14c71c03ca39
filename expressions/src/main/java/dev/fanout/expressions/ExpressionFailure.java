package dev.fanout.expressions;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An expression failed while it ran, as it does in .NET: the exception's full type name and its
 * text. Carries no stack trace, since it says nothing about the expression and is costly.
 */
public final class ExpressionFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String typeName;

  public ExpressionFailure(String typeName, String message) {
    this(typeName, message, null);
  }

  public ExpressionFailure(String typeName, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.typeName = typeName;
  }

  /** {@code System.FormatException}, say. */
  public String typeName() {
    return typeName;
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
}
