package dev.fanout.gateway.estate;

import dev.fanout.gateway.pipeline.ExchangeProgram;
import dev.fanout.gateway.routing.Router;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that a variant needs to answer requests. Immutable.
 *
 * @param unrouted what runs when no API stands at the path: the global on-error section
 * @param keys subscription keys that are valid for every API that asks for one; secret
 * @param skipped policies that were left out, in the order of documents
 */
public record CompiledEstate(
    Router<ApiProgram, OperationProgram> router,
    ExchangeProgram unrouted,
    Set<String> keys,
    List<SkippedPolicy> skipped) {
  public CompiledEstate {
    Objects.requireNonNull(router, "router");
    Objects.requireNonNull(unrouted, "unrouted");
    keys = Set.copyOf(keys);
    skipped = List.copyOf(skipped);
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "CompiledEstate[" + skipped.size() + " skipped policies]";
  }
}
