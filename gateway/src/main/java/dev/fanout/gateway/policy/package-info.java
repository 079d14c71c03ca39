/**
 * One final class for each policy: its rule at run time. Values may be literals or expressions; a
 * step does not know which. {@link dev.fanout.gateway.policy.PolicyCompiler} turns documents into
 * steps and says where one cannot be run.
 */
@NullMarked
package dev.fanout.gateway.policy;

import org.jspecify.annotations.NullMarked;
