package dev.fanout.gateway.estate;

import dev.fanout.gateway.pipeline.ExchangeProgram;
import dev.fanout.gateway.pipeline.OperationView;
import java.util.Objects;

/** An operation and what its requests run. */
public record OperationProgram(OperationView view, ExchangeProgram program) {
  public OperationProgram {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(program, "program");
  }
}
