package dev.fanout.policies.eval;

import java.util.Optional;

/** A row of a golden file: what to run, and what real C#, .NET or DotLiquid made of it. */
public sealed interface Vector {
  /** Unique in its file. */
  String id();

  /**
   * An expression.
   *
   * @param context names the fixture; empty for an empty context
   */
  record Expression(String id, String context, String expression, Expected expected)
      implements Vector {}

  /**
   * A Liquid template over a JSON body.
   *
   * @param text what comes out; empty where {@code error} says what fails
   * @param error the name of the exception, without its namespace
   */
  record Liquid(
      String id, String template, String body, Optional<String> text, Optional<String> error)
      implements Vector {}

  /** The one outcome of an expression that is right. */
  sealed interface Expected {
    /**
     * A value. {@code type} is empty for null; exactly one of {@code value} and {@code json} is
     * there for all others; {@code text} is what {@code ToString()} gives, where it says more.
     */
    record Value(
        Optional<String> type, Optional<String> value, Optional<String> json, Optional<String> text)
        implements Expected {}

    /**
     * An exception.
     *
     * @param message of modern .NET, for people
     * @param whenRead it comes only when the lazy result is read
     */
    record Throws(String typeName, String message, boolean whenRead) implements Expected {}

    /**
     * No code at all.
     *
     * @param forbidden C# would compile it, but APIM does not allow what it names
     * @param reason error codes or a word, for people
     */
    record Refused(boolean forbidden, String reason) implements Expected {}

    /** Code, which nobody runs. */
    record Compiles() implements Expected {}

    /** Code or errors: what C# says of a text with named values in it decides nothing. */
    record Anything() implements Expected {}
  }
}
