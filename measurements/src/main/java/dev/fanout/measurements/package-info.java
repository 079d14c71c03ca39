/** Work in progress. */
@NullMarked
package dev.fanout.measurements;

import org.jspecify.annotations.NullMarked;
