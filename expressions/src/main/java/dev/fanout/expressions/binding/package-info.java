/**
 * Static C# types: which member a name means, which conversion applies, what is a constant. Knows
 * only types and members that a {@link dev.fanout.expressions.binding.TypeTable} declares; there is
 * no other way from a name to Java code.
 */
@NullMarked
package dev.fanout.expressions.binding;

import org.jspecify.annotations.NullMarked;
