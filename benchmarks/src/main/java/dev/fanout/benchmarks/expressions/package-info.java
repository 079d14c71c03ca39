/**
 * Compiled policy expressions against Java written by hand. JMH forks a JVM, which first runs a
 * whole corpus of expressions, so that the JIT's profile is that of a gateway with many policies;
 * then it measures each shape and its Java in turn.
 */
@NullMarked
package dev.fanout.benchmarks.expressions;

import org.jspecify.annotations.NullMarked;
