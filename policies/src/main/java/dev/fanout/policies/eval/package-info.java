/**
 * Expressions outside of a gateway: a {@code context} out of a JSON document, what an expression
 * gives on it, and files of golden rows (an expression and what real C# and .NET made of it) that
 * are run and compared. Behind {@code fanout eval}; docs/eval.md describes the documents.
 */
@NullMarked
package dev.fanout.policies.eval;

import org.jspecify.annotations.NullMarked;
