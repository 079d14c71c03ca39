/** Work in progress. */
@NullMarked
package dev.fanout.artifacts;

import org.jspecify.annotations.NullMarked;
