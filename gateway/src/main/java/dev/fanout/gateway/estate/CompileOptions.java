package dev.fanout.gateway.estate;

import dev.fanout.gateway.routing.RouterOptions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How an estate is made ready.
 *
 * @param allowUnsupported leaves out policies that cannot be run, instead of refusing the estate
 * @param subscriptionKeys valid for every API that asks for one; secret
 * @param namedValues values by display name, for those that the folder does not have; secret
 */
public record CompileOptions(
    boolean allowUnsupported,
    Set<String> subscriptionKeys,
    Map<String, String> namedValues,
    RouterOptions routing) {
  public static final CompileOptions STRICT =
      new CompileOptions(false, Set.of(), Map.of(), RouterOptions.DEFAULT);

  public CompileOptions {
    Objects.requireNonNull(routing, "routing");
    subscriptionKeys = Set.copyOf(subscriptionKeys);
    namedValues = Map.copyOf(namedValues);
  }

  public CompileOptions withAllowUnsupported(boolean allow) {
    return new CompileOptions(allow, subscriptionKeys, namedValues, routing);
  }

  /**
   * @param values by display name; secret
   */
  public CompileOptions withNamedValues(Map<String, String> values) {
    return new CompileOptions(allowUnsupported, subscriptionKeys, values, routing);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CompileOptions[allowUnsupported=" + allowUnsupported + ", " + routing + "]";
  }
}
