/** Shapes of the expression compiler until it is there. */
@NullMarked
package dev.fanout.gateway.policy.pending;

import org.jspecify.annotations.NullMarked;
