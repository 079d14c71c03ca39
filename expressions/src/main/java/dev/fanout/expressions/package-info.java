/** Work in progress. */
@NullMarked
package dev.fanout.expressions;

import org.jspecify.annotations.NullMarked;
