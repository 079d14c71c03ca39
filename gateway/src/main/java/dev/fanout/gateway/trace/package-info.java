/**
 * What a gateway would send, without a socket: the same router and the same steps, between a client
 * and an upstream in memory. The comparison of two estates by what they send stands on it.
 */
@NullMarked
package dev.fanout.gateway.trace;

import org.jspecify.annotations.NullMarked;
