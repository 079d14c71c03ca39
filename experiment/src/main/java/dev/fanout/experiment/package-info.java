/** Work in progress. */
@NullMarked
package dev.fanout.experiment;

import org.jspecify.annotations.NullMarked;
