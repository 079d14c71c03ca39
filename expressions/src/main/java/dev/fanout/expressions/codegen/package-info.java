/** From bound trees to hidden classes: one small class for each kind of node. */
@NullMarked
package dev.fanout.expressions.codegen;

import org.jspecify.annotations.NullMarked;
