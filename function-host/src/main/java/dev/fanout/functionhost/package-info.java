/** Work in progress. */
@NullMarked
package dev.fanout.functionhost;

import org.jspecify.annotations.NullMarked;
