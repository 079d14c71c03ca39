package dev.fanout.gateway.diff;

import dev.fanout.gateway.trace.TraceRequest;
import java.util.Objects;

/** A request that both estates are asked with. */
public record Probe(ProbeKind kind, TraceRequest request) {
  public Probe {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(request, "request");
  }
}
