/**
 * Runs an exchange through its policies: inbound, backend, outbound, and on-error when one fails.
 * An {@link dev.fanout.gateway.pipeline.ExchangeProgram} is an immutable array of steps for each
 * section, shared by all requests; an {@link dev.fanout.gateway.pipeline.Exchange} is one request
 * on its way through. A step may suspend and is resumed on the exchange's event loop; nothing
 * blocks. Bodies stream unless a step says that it reads one: then it is buffered, within a limit,
 * before the step.
 */
@NullMarked
package dev.fanout.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
