/**
 * One canonical form of policy documents. {@link dev.fanout.policies.format.PolicyFormatter}
 * replaces whitespace between and inside tags, and quotes where both kinds mean the same; it has no
 * way to write anything else, so that values, bodies, expressions and comments stay as they were,
 * byte for byte. What it replaced is a list of changes, from which the unified diff is cut.
 */
@NullMarked
package dev.fanout.policies.format;

import org.jspecify.annotations.NullMarked;
