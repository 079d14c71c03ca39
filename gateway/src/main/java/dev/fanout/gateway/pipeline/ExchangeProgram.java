package dev.fanout.gateway.pipeline;

import java.util.Objects;

/** What a request to one operation runs. Sections with equal policies are one object. */
public record ExchangeProgram(Block inbound, Block backend, Block outbound, Block onError) {
  public static final ExchangeProgram EMPTY =
      new ExchangeProgram(Block.EMPTY, Block.EMPTY, Block.EMPTY, Block.EMPTY);

  public ExchangeProgram {
    Objects.requireNonNull(inbound, "inbound");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(outbound, "outbound");
    Objects.requireNonNull(onError, "onError");
  }

  Block section(Section section) {
    return switch (section) {
      case INBOUND -> inbound;
      case BACKEND -> backend;
      case OUTBOUND -> outbound;
      case ON_ERROR -> onError;
    };
  }
}
