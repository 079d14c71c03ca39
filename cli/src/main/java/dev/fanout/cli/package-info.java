/** Work in progress. */
@NullMarked
package dev.fanout.cli;

import org.jspecify.annotations.NullMarked;
