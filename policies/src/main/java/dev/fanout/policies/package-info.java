/** Work in progress. */
@NullMarked
package dev.fanout.policies;

import org.jspecify.annotations.NullMarked;
