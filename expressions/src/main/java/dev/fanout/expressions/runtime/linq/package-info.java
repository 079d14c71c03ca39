/**
 * {@code System.Linq.Enumerable}: arguments are checked at the call, work is done when the result
 * is read, as often as it is read. Sequences that grow with their source count their steps at the
 * fence. A lazy result knows the name of the type of its items.
 */
@NullMarked
package dev.fanout.expressions.runtime.linq;

import org.jspecify.annotations.NullMarked;
