package dev.fanout.gateway.policy;

import dev.fanout.diagnostics.Issue;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.CompiledExpression;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionScanner;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.expressions.MessageBody;
import dev.fanout.gateway.pipeline.BodyReads;
import dev.fanout.gateway.pipeline.Exchange;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into sources: named values are put in, then what starts with {@code @(} or <code>@{
 * </code> is compiled, and everything else is a literal. Thread-safe.
 */
final class ValueCompiler {
  private final ExpressionCompiler expressions;
  private final NamedValues namedValues;

  ValueCompiler(ExpressionCompiler expressions, NamedValues namedValues) {
    this.expressions = expressions;
    this.namedValues = namedValues;
  }

  /** A text; a literal stays as it is, whitespace included. */
  TextSource text(Written written) {
    String text = namedValues.substitute(written.text(), written.span());
    Optional<CompiledExpression> compiled = compile(written, text, ExpressionTarget.STRING);
    return compiled.isPresent()
        ? new TextExpression(compiled.get())
        : TextSource.literal(literal(written, text));
  }

  Condition condition(Written written) {
    String text = namedValues.substitute(written.text(), written.span());
    Optional<CompiledExpression> compiled = compile(written, text, ExpressionTarget.BOOLEAN);
    if (compiled.isPresent()) {
      return new ConditionExpression(compiled.get());
    }
    return switch (literal(written, text).strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Condition.TRUE;
      case "false" -> Condition.FALSE;
      default ->
          throw new Unrunnable(
              Issue.error(
                  "GATEWAY_BAD_VALUE", written.span(), "the value is neither true nor false"));
    };
  }

  ValueSource value(Written written) {
    String text = namedValues.substitute(written.text(), written.span());
    Optional<CompiledExpression> compiled = compile(written, text, ExpressionTarget.OBJECT);
    return compiled.isPresent()
        ? new ValueExpression(compiled.get())
        : new ValueSource.Literal(literal(written, text));
  }

  /** A value that no expression may give. */
  String literal(Written written) {
    String text = namedValues.substitute(written.text(), written.span());
    if (ExpressionScanner.startsExpression(text.strip(), 0)) {
      throw new Unrunnable(
          Issue.error("GATEWAY_BAD_VALUE", written.span(), "an expression is not allowed here"));
    }
    return literal(written, text);
  }

  /** The whole value, when the text is only the expression of a longer one. */
  private String literal(Written written, String text) {
    return written.expression().isPresent()
        ? namedValues.substitute(written.value(), written.span())
        : text;
  }

  private Optional<CompiledExpression> compile(
      Written written, String text, ExpressionTarget target) {
    String stripped = text.strip();
    if (!ExpressionScanner.startsExpression(stripped, 0)) {
      return Optional.empty();
    }
    Compilation compilation = expressions.compile(written.textSpan(), stripped, target);
    if (compilation.expression().isEmpty()) {
      throw new Unrunnable(compilation.issues());
    }
    return namedValues.hasSecrets()
        ? compilation
            .expression()
            .map(expression -> new DiscreetExpression(expression, namedValues))
        : compilation.expression();
  }

  private static int reads(CompiledExpression expression) {
    int reads = BodyReads.NONE;
    for (MessageBody body : expression.readsBodies()) {
      reads |= body == MessageBody.REQUEST ? BodyReads.REQUEST : BodyReads.RESPONSE;
    }
    return reads;
  }

  private record TextExpression(CompiledExpression expression, int bodyReads)
      implements TextSource {
    TextExpression(CompiledExpression expression) {
      this(expression, reads(expression));
    }

    private TextExpression {
      Objects.requireNonNull(expression, "expression");
    }

    @Override
    public @Nullable String text(Exchange exchange) {
      return (String) expression.evaluate(exchange);
    }

    @Override
    public @Nullable String literal() {
      return null;
    }
  }

  private record ConditionExpression(CompiledExpression expression, int bodyReads)
      implements Condition {
    ConditionExpression(CompiledExpression expression) {
      this(expression, reads(expression));
    }

    private ConditionExpression {
      Objects.requireNonNull(expression, "expression");
    }

    @Override
    public boolean holds(Exchange exchange) {
      return Boolean.TRUE.equals(expression.evaluate(exchange));
    }
  }

  private record ValueExpression(CompiledExpression expression, int bodyReads)
      implements ValueSource {
    ValueExpression(CompiledExpression expression) {
      this(expression, reads(expression));
    }

    private ValueExpression {
      Objects.requireNonNull(expression, "expression");
    }

    @Override
    public @Nullable Object value(Exchange exchange) {
      return expression.evaluate(exchange);
    }
  }
}
