/**
 * Tokens and trees of C# 7.3, with the offset of everything. Reads any text in linear time and
 * never throws.
 */
@NullMarked
package dev.fanout.expressions.syntax;

import org.jspecify.annotations.NullMarked;
