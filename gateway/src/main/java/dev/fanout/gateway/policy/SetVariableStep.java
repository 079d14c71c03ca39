package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.Step;

/** set-variable: a string literal, or an expression's value with its C# type. */
final class SetVariableStep implements Step {
  private final String name;
  private final ValueSource value;

  SetVariableStep(String name, ValueSource value) {
    this.name = name;
    this.value = value;
  }

  @Override
  public Flow run(Exchange exchange) {
    exchange.variables().set(name, value.value(exchange));
    return Flow.NEXT;
  }
}
