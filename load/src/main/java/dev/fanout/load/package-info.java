/** Work in progress. */
@NullMarked
package dev.fanout.load;

import org.jspecify.annotations.NullMarked;
