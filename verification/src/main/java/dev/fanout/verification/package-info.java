/** Work in progress. */
@NullMarked
package dev.fanout.verification;

import org.jspecify.annotations.NullMarked;
