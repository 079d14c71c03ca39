/**
 * What generated code calls: .NET's own behaviour of strings, numbers, dates and collections, as
 * static methods over the JVM forms of {@code docs/expressions.md}. Public because generated
 * classes live in the host's package.
 */
@NullMarked
package dev.fanout.expressions.runtime;

import org.jspecify.annotations.NullMarked;
