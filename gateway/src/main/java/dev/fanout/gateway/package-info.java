/**
 * The local APIM gateway as programs use it: {@link dev.fanout.gateway.LocalGateway} serves estates
 * on ports of 127.0.0.1, {@link dev.fanout.gateway.GatewayProcess} does so as a child process. What
 * it does with a request is in {@code estate}, {@code routing}, {@code pipeline} and {@code
 * policy}; {@code http} moves the bytes and knows nothing of policies. No static state, no exit.
 */
@NullMarked
package dev.fanout.gateway;

import org.jspecify.annotations.NullMarked;
