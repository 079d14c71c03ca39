/**
 * Regular expressions as .NET has them. A pattern is read into {@code Node}s, compiled to a {@code
 * Program} of integers, and run by {@code Matcher}, which backtracks on a stack of its own: a
 * pattern that explodes runs out of steps and never out of Java's stack. The public classes are
 * those that the type table names.
 */
@NullMarked
package dev.fanout.expressions.runtime.regex;

import org.jspecify.annotations.NullMarked;
