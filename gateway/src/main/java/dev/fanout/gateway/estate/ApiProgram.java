package dev.fanout.gateway.estate;

import dev.fanout.gateway.pipeline.ApiView;
import dev.fanout.gateway.pipeline.ExchangeProgram;
import java.util.Objects;

/**
 * An API as the dispatcher needs it.
 *
 * @param refused what runs when the request has no operation or no valid key: the on-error section
 *     of the API's scope
 */
public record ApiProgram(ApiView view, ExchangeProgram refused, boolean requiresKey) {
  public ApiProgram {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(refused, "refused");
  }
}
